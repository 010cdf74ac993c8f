using System.Text.RegularExpressions;

namespace Bungo.Forum.Domain.Passages;

/// <summary>
/// A text cut into words and marks, without the blanks between them. Passages begin and end at a piece, and are
/// followed by pieces: half a word is nobody's comment.
/// </summary>
internal sealed partial class Pieces
{
    private readonly string _text;
    private readonly TextRange[] _ranges;

    public Pieces(string text) => (_text, _ranges) = (text, [.. Piece().EnumerateMatches(text).ToRanges()]);

    public int Count => _ranges.Length;

    public TextRange this[int index] => _ranges[index];

    public ReadOnlySpan<char> Says(int index) => _text.AsSpan(_ranges[index].Start, _ranges[index].Length);

    public bool IsWord(int index) => char.IsLetterOrDigit(_text[_ranges[index].Start]);

    public int WordsIn(int from, int to) => Enumerable.Range(from, to - from).Count(IsWord);

    /// <summary>The pieces that a stretch of text touches, first and one past the last; equal when it touches none.</summary>
    public (int From, int To) Touching(TextRange range)
    {
        var from = Array.FindIndex(_ranges, p => p.End > range.Start);
        if (from < 0 || _ranges[from].Start >= range.End) return (0, 0);
        return (from, Array.FindLastIndex(_ranges, p => p.Start < range.End) + 1);
    }

    public TextRange Span(int from, int to) => new(_ranges[from].Start, _ranges[to - 1].End - _ranges[from].Start);

    /// <summary>The piece that begins exactly here and is as long; -1 when there is none.</summary>
    public int At(TextRange range)
    {
        var index = Array.BinarySearch(_ranges, range, ByStart);
        return index >= 0 && _ranges[index].Length == range.Length ? index : -1;
    }

    /// <summary>Where these pieces of another text stand, one after the other.</summary>
    public List<int> PlacesOf(Pieces other, int from, int to) =>
        [.. Enumerable.Range(0, Math.Max(0, Count - (to - from) + 1)).Where(at => SaysAt(at, other, from, to))];

    /// <summary>The nearest word before (step -1) or after (step 1); empty where the text ends.</summary>
    public ReadOnlySpan<char> WordBeside(int index, int step)
    {
        for (var at = index + step; at >= 0 && at < Count; at += step)
            if (IsWord(at)) return Says(at);
        return [];
    }

    private bool SaysAt(int at, Pieces other, int from, int to)
    {
        for (var i = 0; i < to - from; i++)
            if (!Says(at + i).SequenceEqual(other.Says(from + i))) return false;
        return true;
    }

    private static readonly Comparer<TextRange> ByStart = Comparer<TextRange>.Create((a, b) => a.Start.CompareTo(b.Start));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\S")]
    private static partial Regex Piece();
}

file static class Matches
{
    public static List<TextRange> ToRanges(this Regex.ValueMatchEnumerator matches)
    {
        var ranges = new List<TextRange>();
        foreach (var match in matches) ranges.Add(new TextRange(match.Index, match.Length));
        return ranges;
    }
}
