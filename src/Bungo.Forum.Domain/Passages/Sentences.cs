using System.Text.RegularExpressions;

namespace Bungo.Forum.Domain.Passages;

/// <summary>
/// A text cut into sentences, for those who choose one from a list. A rule and no model: an Indonesian official text
/// ends a sentence with a mark, a blank and a capital; what looks like it are short forms ("No. 6", "dr. Ani"), the
/// letters of a list ("a. pendidikan") and numbers ("1.500"). A wrong cut costs a reader a choice of the neighbouring
/// words, nothing else hangs on it.
/// </summary>
public static partial class Sentences
{
    private static readonly HashSet<string> ShortForms = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "dr", "drs", "dra", "ir", "prof", "hj", "sdr", "kab", "kec", "kel", "prov", "jl", "tgl", "hlm", "ps", "jo", "psl", "ay", "dll", "a.n", "u.b", "s.d", "up",
    };

    public static IReadOnlyList<TextRange> Of(string text)
    {
        var found = new List<TextRange>();
        var start = 0;
        foreach (var match in End().EnumerateMatches(text))
        {
            var end = match.Index + 1;
            var isLine = text[match.Index] == '\n';
            if (!isLine && IsShortForm(text[start..match.Index])) continue;
            Add(found, text, start, isLine ? match.Index : end);
            start = end;
        }

        Add(found, text, start, text.Length);
        return found;
    }

    // The last word before the mark; a single letter is an initial or the letter of a list.
    private static bool IsShortForm(string sentence)
    {
        var word = sentence[(sentence.LastIndexOfAny([' ', '\n', '(', '\u00A0']) + 1)..];
        return (word.Length == 1 && char.IsLetter(word[0])) || ShortForms.Contains(word) || (word.Length > 0 && word.Length == sentence.Trim().Length && word.All(char.IsDigit));
    }

    private static void Add(List<TextRange> found, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (text[start..end].Any(char.IsLetterOrDigit)) found.Add(new TextRange(start, end - start));
    }

    [GeneratedRegex(@"[.!?;](?=\s+[\p{Lu}\p{N}(""“-])|\n")]
    private static partial Regex End();
}
