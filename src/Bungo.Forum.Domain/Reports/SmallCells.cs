namespace Bungo.Forum.Domain.Reports;

/// <summary>
/// Withholds numbers from which one could read what single persons did. A number from 1 to 9 is withheld; 0
/// speaks of nobody and is told. Where the sum is told as well, one withheld part could be subtracted from it,
/// so the smallest of the other parts go with it. Hiding just enough is not enough: parts of 9, 9 and a told 10
/// under a told sum of 28 leave one reading only, for a reader who knows that everything withheld is smaller
/// than what is told. The withheld are therefore grown until what that reader sees (how many, their sum, the
/// smallest told part) lets one of them be anything from 1 to 9; where even all parts together do not, the sum
/// is withheld too. A test tries every small table against such a reader.
///
/// It does not guard against who can subtract what they know about themselves and friends; no threshold does.
/// </summary>
public static class SmallCells
{
    public const int Least = 10;
    private const int FewestWithheld = 2;

    public static bool IsSmall(long number) => number is > 0 and < Least;

    /// <param name="parts">Numbers of 0 or more whose sum would be published beside them.</param>
    /// <returns>Which parts to withhold, and whether to withhold the sum.</returns>
    public static (IReadOnlyList<bool> Parts, bool Sum) Withhold(IReadOnlyList<long> parts)
    {
        var withheld = new bool[parts.Count];
        var small = parts.Count(IsSmall);
        if (small == 0) return (withheld, false);
        var bySize = Enumerable.Range(0, parts.Count).Where(i => parts[i] > 0).OrderBy(i => parts[i]).ToList();
        var count = Math.Max(small, FewestWithheld);
        while (count <= bySize.Count && !IsAmbiguous(count, bySize.Take(count).Sum(i => parts[i]), count < bySize.Count ? parts[bySize[count]] : null)) count++;
        foreach (var i in bySize.Take(count)) withheld[i] = true;
        return (withheld, count > bySize.Count);
    }

    /// <summary>Whether one of them can be 1 and can be 9, the others lying between 1 and the smallest told part.</summary>
    private static bool IsAmbiguous(int count, long sum, long? smallestTold) =>
        sum >= Least - 1 + count - 1 && (smallestTold is not { } largest || sum <= 1 + ((count - 1) * largest));
}
