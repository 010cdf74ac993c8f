using System.Text;

namespace Bungo.Forum.Domain;

/// <summary>
/// Free text as the forum keeps it. Normalised once, at the door, because what is stored is also what the
/// public ledger commits to: NFC, LF line ends, no byte-order mark, no control characters that a reader
/// cannot see, no blank head or tail. Two people who type the same words thus get the same bytes.
/// </summary>
public static class Text
{
    /// <returns>The normalised text; empty when there was nothing but blanks, or null.</returns>
    public static string Normalize(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw)) return "";
        var clean = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\r')
            {
                clean.Append('\n');
                if (i + 1 < raw.Length && raw[i + 1] == '\n') i++;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
            {
                clean.Append(c).Append(raw[++i]);
            }
            else if (IsKept(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>As <see cref="Normalize"/>, on one line: names, titles, questions.</summary>
    public static string NormalizeLine(string? raw) =>
        string.Join(' ', Normalize(raw is null ? null : string.Concat(raw.Where(c => !IsUnseen(c)))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Marks without a shape: in running text some scripts need them, in a name they make two that look the same, or one that is not seen.
    private static bool IsUnseen(char c) =>
        c is '\u00AD' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or (>= '\u2060' and <= '\u2064') or '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0';

    // Bidirectional overrides and isolates can make a text read as something other than what it says; lone surrogates cannot be
    // written as UTF-8 at all; noncharacters cannot be normalised, nor carried by XML.
    private static bool IsKept(char c) =>
        c is '\n' or '\t' || (!char.IsControl(c) && !char.IsSurrogate(c)
            && c is not ('\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF'));
}
