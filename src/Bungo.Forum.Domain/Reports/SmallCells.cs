namespace Bungo.Forum.Domain.Reports;

/// <summary>
/// Withholds numbers from which one could read what single persons did. A number from 1 to 9 is withheld; 0
/// speaks of nobody and is told. Where the total is told, what is withheld can be subtracted from it, so the
/// withheld cells together must come to 10 or more: while they do not, the smallest told cell is withheld too.
/// Then at least two are unknown and each of them could be several numbers, also to somebody who knows this
/// rule (a test tries every small table against that reader).
///
/// It does not guard against who can subtract what they know about themselves and friends; no threshold does.
/// </summary>
public static class SmallCells
{
    public const int Least = 10;

    public static bool IsSmall(long number) => number is > 0 and < Least;

    /// <param name="parts">Numbers of 0 or more whose sum is published beside them.</param>
    /// <returns>Which parts to withhold, and whether to withhold the sum.</returns>
    public static (IReadOnlyList<bool> Parts, bool Sum) Withhold(IReadOnlyList<long> parts)
    {
        var withheld = parts.Select(IsSmall).ToArray();
        if (IsSmall(parts.Sum())) return (withheld, true);
        while (withheld.Contains(true) && Enumerable.Range(0, parts.Count).Where(i => withheld[i]).Sum(i => parts[i]) < Least)
        {
            // The sum is 10 or more, so while the withheld come to less something else is left to withhold.
            var smallest = Enumerable.Range(0, parts.Count).Where(i => !withheld[i] && parts[i] > 0).MinBy(i => parts[i]);
            withheld[smallest] = true;
        }

        return (withheld, false);
    }
}
