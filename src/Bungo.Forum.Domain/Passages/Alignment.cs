namespace Bungo.Forum.Domain.Passages;

/// <summary>A stretch that stands unchanged in both texts.</summary>
public readonly record struct KeptRun(int Before, int After, int Length);

/// <summary>
/// What two wordings have in common, in order. Who compares them is not decided here: Domain knows no diff library, and
/// the rule that places passages (<see cref="Placing"/>) must be sound with any alignment, also a poor one.
/// </summary>
public sealed record Alignment(IReadOnlyList<KeptRun> Runs)
{
    /// <returns>For each piece of the text before, which piece after it became; -1 for one that is gone.</returns>
    internal int[] Map(Pieces before, Pieces after)
    {
        var map = new int[before.Count];
        var (run, last) = (0, -1);
        for (var i = 0; i < before.Count; i++)
        {
            while (run < Runs.Count && Runs[run].Before + Runs[run].Length <= before[i].Start) run++;
            var to = run < Runs.Count && Runs[run].Before <= before[i].Start && before[i].End <= Runs[run].Before + Runs[run].Length
                ? after.At(before[i] with { Start = before[i].Start - Runs[run].Before + Runs[run].After })
                : -1;
            map[i] = to > last && after.Says(to).SequenceEqual(before.Says(i)) ? last = to : -1;
        }

        return map;
    }
}

/// <summary>Compares two wordings.</summary>
public delegate Alignment Aligner(string before, string after);
