namespace Bungo.Forum.Domain.Passages;

/// <summary>A stretch of a plain text.</summary>
public readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>
/// Words of a text, told by the words themselves and what stands around them: the TextQuoteSelector of the W3C Web
/// Annotation Data Model (https://www.w3.org/TR/annotation-model/#text-quote-selector). Neither markup nor an offset is
/// kept, so it can be read, checked and found again by anybody who has the text.
///
/// One difference from the standard, which allows a selector to fit in several places: here the surroundings are taken
/// as wide as it needs for exactly one place to fit, up to the whole text.
/// </summary>
public sealed record Quote(string Exact, string Prefix, string Suffix)
{
    public const int LongestExact = 1_000;

    private const int ShortestContext = 32;

    public static Quote Of(string text, TextRange range)
    {
        for (var width = ShortestContext; ; width *= 2)
        {
            var (from, to) = (Math.Max(0, range.Start - width), Math.Min(text.Length, range.End + width));
            // Half a character is no text.
            if (from > 0 && char.IsLowSurrogate(text[from])) from--;
            if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
            var quote = new Quote(range.In(text), text[from..range.Start], text[range.End..to]);
            if (quote.Find(text) is not null) return quote;
        }
    }

    /// <returns>The one place where it fits; null when there is none or more than one.</returns>
    public TextRange? Find(string text)
    {
        TextRange? found = null;
        for (var at = text.IndexOf(Exact, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Exact, at + 1, StringComparison.Ordinal))
        {
            if (!text.AsSpan(0, at).EndsWith(Prefix) || !text.AsSpan(at + Exact.Length).StartsWith(Suffix)) continue;
            if (found is not null) return null;
            found = new TextRange(at, Exact.Length);
        }

        return found;
    }

    /// <summary>Whether both say the same; a line broken elsewhere says nothing else.</summary>
    public bool SaysAs(Quote other) => Text.NormalizeLine(Exact) == Text.NormalizeLine(other.Exact);
}
