using Bungo.Forum.Domain.Passages;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Bungo.Forum.Web.Platform.Rendering;

/// <summary>A sentence beside the one that stands for it; one side is empty where it was added or went.</summary>
public sealed record SentencePair(IReadOnlyList<DiffRun> Before, IReadOnlyList<DiffRun> After)
{
    public bool IsSame => Before.Concat(After).All(r => r.Kind == DiffKind.Same) && Before.Count > 0 && After.Count > 0;
}

/// <summary>
/// What one wording changed in another, sentence beside sentence, and within a changed sentence word by word. Sentences
/// are matched first, so that one that moved up does not make all the words below it look changed.
/// </summary>
public static class SentenceDiff
{
    private static readonly CustomFunctionChunker BySentence = new(text => [.. Sentences.Of(text).Select(s => s.In(text))]);

    public static IReadOnlyList<SentencePair> Between(string before, string after)
    {
        var diff = new Differ().CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, BySentence);
        var pairs = new List<SentencePair>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            pairs.AddRange(diff.PiecesOld.Skip(at).Take(block.DeleteStartA - at).Select(Same));
            AddChanged(pairs, diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA), diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        pairs.AddRange(diff.PiecesOld.Skip(at).Select(Same));
        return pairs;
    }

    // A sentence that has a word in common with the one in its place was reworded; else one went and another came.
    private static void AddChanged(List<SentencePair> pairs, IEnumerable<string> gone, IEnumerable<string> came)
    {
        var rest = new Queue<string>(came);
        foreach (var sentence in gone)
        {
            var runs = rest.TryPeek(out var next) ? TextDiff.Between(sentence, next) : [];
            if (runs.Any(r => r.Kind == DiffKind.Same && r.Text.Any(char.IsLetterOrDigit)))
            {
                pairs.Add(new([.. runs.Where(r => r.Kind != DiffKind.Added)], [.. runs.Where(r => r.Kind != DiffKind.Removed)]));
                rest.Dequeue();
            }
            else
            {
                pairs.Add(new([new DiffRun(DiffKind.Removed, sentence)], []));
            }
        }

        pairs.AddRange(rest.Select(s => new SentencePair([], [new DiffRun(DiffKind.Added, s)])));
    }

    private static SentencePair Same(string sentence) => new([new DiffRun(DiffKind.Same, sentence)], [new DiffRun(DiffKind.Same, sentence)]);
}
