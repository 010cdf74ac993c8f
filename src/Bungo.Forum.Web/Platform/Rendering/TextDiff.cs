using System.Text;
using System.Text.RegularExpressions;
using Bungo.Forum.Domain.Passages;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Bungo.Forum.Web.Platform.Rendering;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text that both versions have, or only one of them.</summary>
public sealed record DiffRun(DiffKind Kind, string Text);

/// <summary>
/// What one wording changed in another, word by word. Words, blanks and marks are compared apart, so that a comma
/// moved is a comma moved; neighbours of a kind are joined, so that a sentence added reads as one.
/// </summary>
public static partial class TextDiff
{
    private const int LongestSame = 320;
    private const int Kept = 140;

    private static readonly CustomFunctionChunker Words = new(text => [.. Pieces().Matches(text).Select(m => m.Value)]);

    public static IReadOnlyList<DiffRun> Between(string before, string after)
    {
        var runs = new List<DiffRun>();
        foreach (var piece in Compared(before, after)) Append(runs, piece.Kind, piece.Text);
        return Joined(runs);
    }

    /// <summary>What both wordings have, by place: what passages are followed by.</summary>
    public static Alignment Align(string before, string after)
    {
        var kept = new List<KeptRun>();
        var (was, now) = (0, 0);
        foreach (var (kind, text) in Compared(before, after))
        {
            if (kind == DiffKind.Same) kept.Add(new KeptRun(was, now, text.Length));
            if (kind != DiffKind.Added) was += text.Length;
            if (kind != DiffKind.Removed) now += text.Length;
        }

        return new Alignment(kept);
    }

    private static IEnumerable<DiffRun> Compared(string before, string after) =>
        new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after, ignoreWhitespace: false, ignoreCase: false, Words).Lines
            .Select(piece => new DiffRun(piece.Type switch { ChangeType.Inserted => DiffKind.Added, ChangeType.Deleted => DiffKind.Removed, _ => DiffKind.Same }, piece.Text));

    /// <summary>Long unchanged stretches cut to their ends, so that one changed date in a long text is found at a glance.</summary>
    public static IReadOnlyList<DiffRun> Shortened(IReadOnlyList<DiffRun> runs) =>
        [.. runs.Select((run, i) => Shorten(run, isFirst: i == 0, isLast: i == runs.Count - 1))];

    private static DiffRun Shorten(DiffRun run, bool isFirst, bool isLast)
    {
        if (run.Kind != DiffKind.Same || run.Text.Length <= LongestSame) return run;
        var head = isFirst ? "" : run.Text[..Kept];
        var tail = isLast ? "" : run.Text[^Kept..];
        return run with { Text = $"{head} … {tail}" };
    }

    // "a b" to "c d" is one replacement, not two with a blank between them that nobody sees.
    private static List<DiffRun> Joined(List<DiffRun> runs)
    {
        var joined = new List<DiffRun>();
        for (var i = 0; i < runs.Count;)
        {
            if (runs[i].Kind == DiffKind.Same)
            {
                Append(joined, DiffKind.Same, runs[i++].Text);
                continue;
            }

            var (removed, added) = (new StringBuilder(), new StringBuilder());
            for (; i < runs.Count && (runs[i].Kind != DiffKind.Same || IsBlankBetween(runs, i)); i++)
            {
                if (runs[i].Kind != DiffKind.Added) removed.Append(runs[i].Text);
                if (runs[i].Kind != DiffKind.Removed) added.Append(runs[i].Text);
            }

            AppendChange(joined, removed.ToString(), added.ToString());
        }

        return joined;
    }

    // A blank at the same end of both is no change: a lone blank struck through would read as a dash.
    private static void AppendChange(List<DiffRun> runs, string removed, string added)
    {
        var most = Math.Min(removed.Length, added.Length);
        var head = 0;
        while (head < most && removed[head] == added[head] && char.IsWhiteSpace(added[head])) head++;
        var tail = 0;
        while (tail < most - head && removed[^(tail + 1)] == added[^(tail + 1)] && char.IsWhiteSpace(added[^(tail + 1)])) tail++;
        Append(runs, DiffKind.Same, added[..head]);
        Append(runs, DiffKind.Removed, removed[head..^tail]);
        Append(runs, DiffKind.Added, added[head..^tail]);
        Append(runs, DiffKind.Same, added[^tail..]);
    }

    private static void Append(List<DiffRun> runs, DiffKind kind, string text)
    {
        if (text.Length == 0) return;
        if (runs.Count > 0 && runs[^1].Kind == kind) runs[^1] = runs[^1] with { Text = runs[^1].Text + text };
        else runs.Add(new DiffRun(kind, text));
    }

    private static bool IsBlankBetween(List<DiffRun> runs, int i) =>
        i + 1 < runs.Count && string.IsNullOrWhiteSpace(runs[i].Text) && !runs[i].Text.Contains('\n', StringComparison.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\n+|[^\S\n]+|.", RegexOptions.Singleline)]
    private static partial Regex Pieces();
}
