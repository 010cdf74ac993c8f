using System.Globalization;
using CsCheck;

namespace Bungo.Forum.Domain.Tests.Passages;

/// <summary>One thing an office does to a criterion between two versions.</summary>
public enum EditKind
{
    Insert,
    Delete,
    Move,
    Split,
    Reword,
    Swap,
    Remove,
    Restore,
}

/// <summary>What to do, and numbers that say where.</summary>
public readonly record struct Edit(EditKind Kind, int A, int B, int C);

/// <summary>
/// Random histories of a criterion over five versions: a list of sentences that grows, shrinks, is shuffled, split and
/// reworded, goes and comes back. Words are drawn from a small stock, so that equal words, equal phrases and equal
/// sentences are common; that is what makes following them hard.
/// </summary>
internal static class Edits
{
    public static readonly Gen<(int[][] Sentences, Edit[][] Versions, int From, int Length)> Histories = Gen.Select(
        Gen.Int[0, 25].Array[1, 9].Array[1, 7],
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], (kind, a, b, c) => new Edit((EditKind)kind, a, b, c)).Array[0, 3].Array[5],
        Gen.Int[0, 60], Gen.Int[1, 12]);

    /// <summary>The wordings of the versions, the first among them; null where the criterion is not in one.</summary>
    public static IReadOnlyList<string?> Wordings(int[][] first, Edit[][] versions)
    {
        var now = first.Select(s => s.ToList()).ToList();
        var all = new List<List<List<int>>?> { Copy(now) };
        foreach (var edits in versions)
        {
            var gone = false;
            foreach (var edit in edits)
            {
                if (edit.Kind == EditKind.Remove) gone = true;
                else if (edit.Kind == EditKind.Restore) now = Copy(all.Where(v => v is not null).ElementAt(edit.A % all.Count(v => v is not null))!);
                else Do(now, edit);
            }

            all.Add(gone ? null : Copy(now));
        }

        return [.. all.Select(v => v is null ? null : Write(v))];
    }

    private static void Do(List<List<int>> text, Edit edit)
    {
        var (at, to) = (edit.A % text.Count, edit.B % text.Count);
        switch (edit.Kind)
        {
            case EditKind.Insert:
                text.Insert(at, [.. Enumerable.Range(0, 1 + (edit.C % 8)).Select(i => (edit.B + (i * edit.C)) % 26)]);
                break;
            case EditKind.Delete when text.Count > 1:
                text.RemoveAt(at);
                break;
            case EditKind.Move:
                var moved = text[at];
                text.RemoveAt(at);
                text.Insert(to, moved);
                break;
            case EditKind.Swap:
                (text[at], text[to]) = (text[to], text[at]);
                break;
            case EditKind.Split when text[at].Count > 1:
                var cut = 1 + (edit.B % (text[at].Count - 1));
                text.Insert(at + 1, text[at][cut..]);
                text[at] = text[at][..cut];
                break;
            case EditKind.Reword:
                for (var i = 0; i < 1 + (edit.C % 3); i++) text[at][(edit.B + i) % text[at].Count] = (edit.C + i) % 26;
                break;
        }
    }

    private static List<List<int>> Copy(List<List<int>> text) => [.. text.Select(s => s.ToList())];

    private static string Write(List<List<int>> text) =>
        string.Join(' ', text.Select(s => "Kata " + string.Join(' ', s.Select(w => "k" + w.ToString(CultureInfo.InvariantCulture))) + "."));
}
