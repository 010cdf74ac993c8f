using System.Text;

namespace Bungo.Forum.Ledger;

/// <summary>
/// Text in the form in which the ledger commits to it: well-formed Unicode, NFC, line ends LF, no byte-order
/// mark at its head. It is made once, where text enters the program, and both the database and the commitment
/// take it from here, so that "the words on the page" and "the words proven" are the same bytes.
///
/// A verifier never normalises. It hashes what it was given; a newer Unicode version may fold a character that
/// the writer's version did not know, and that must not change an old verdict.
/// </summary>
public sealed class NormalizedText : IEquatable<NormalizedText>
{
    private NormalizedText(string value) => Value = value;

    public string Value { get; }

    /// <exception cref="LedgerFormatException">The text holds a surrogate without its partner: no UTF-8 can carry it.</exception>
    public static NormalizedText Of(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (IndexOfLoneSurrogate(raw) is >= 0 and var at)
            throw LedgerFormatException.AtPath(LedgerFault.LoneSurrogate, "text", $"character {at}");
        var text = raw.StartsWith('\uFEFF') ? raw.TrimStart('\uFEFF') : raw;
        // Not ReplaceLineEndings: it also folds form feeds and the Unicode separators, which are characters of the text.
        return new(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize(NormalizationForm.FormC));
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(Value);

    public bool Equals(NormalizedText? other) => other is not null && Value == other.Value;

    public override bool Equals(object? obj) => Equals(obj as NormalizedText);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    /// <returns>The index of the first half of a surrogate pair that stands alone; -1 in well-formed text.</returns>
    internal static int IndexOfLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return i;
            i++;
        }

        return -1;
    }
}
