namespace Bungo.Forum.Domain.Polls;

/// <summary>
/// Whole percents that add up to exactly 100 (Hamilton's method): each part gets its percent rounded down, and
/// the points left over go to the largest remainders; equal remainders to the larger part, then to the one
/// listed first. Rounding each part by itself gives sums of 99 or 101, and letters to the editor.
/// </summary>
public static class LargestRemainder
{
    /// <returns>One percent for each part; all zero when there is nothing to divide.</returns>
    public static int[] Percents(IReadOnlyList<int> parts)
    {
        var total = parts.Sum(p => (long)p);
        if (total == 0) return new int[parts.Count];
        var percents = parts.Select(p => (int)(p * 100L / total)).ToArray();
        var next = Enumerable.Range(0, parts.Count)
            .OrderByDescending(i => parts[i] * 100L % total).ThenByDescending(i => parts[i]).ThenBy(i => i);
        foreach (var i in next.Take(100 - percents.Sum())) percents[i]++;
        return percents;
    }
}
