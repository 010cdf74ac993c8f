using DiffPlex;
using DiffPlex.Chunkers;

namespace Bungo.Forum.Web.Platform.Rendering;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>Words in a row with the same fate.</summary>
public readonly record struct DiffRun(DiffKind Kind, string Text);

/// <summary>
/// What changed between two texts, word by word, for people to read: whole words, what was taken out before what
/// came instead, and long unchanged stretches cut to their ends so that one changed date in a long announcement
/// is found at a glance.
/// </summary>
public static class WordDiff
{
    private const int LongestSame = 320;
    private const int Kept = 140;

    public static IReadOnlyList<DiffRun> Between(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);
        var runs = new List<DiffRun>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(runs, DiffKind.Same, diff.PiecesOld, at, block.DeleteStartA);
            Add(runs, DiffKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(runs, DiffKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(runs, DiffKind.Same, diff.PiecesOld, at, diff.PiecesOld.Count);
        return [.. runs.Select((run, i) => Shorten(run, isFirst: i == 0, isLast: i == runs.Count - 1))];
    }

    private static void Add(List<DiffRun> runs, DiffKind kind, IReadOnlyList<string> pieces, int from, int to)
    {
        if (to > from) runs.Add(new(kind, string.Concat(pieces.Skip(from).Take(to - from))));
    }

    private static DiffRun Shorten(DiffRun run, bool isFirst, bool isLast)
    {
        if (run.Kind != DiffKind.Same || run.Text.Length <= LongestSame) return run;
        var head = isFirst ? "" : run.Text[..Kept];
        var tail = isLast ? "" : run.Text[^Kept..];
        return run with { Text = $"{head} … {tail}" };
    }
}
