using System.Globalization;
using System.Text;

namespace Bungo.Forum.Domain;

/// <summary>The readable tail of an address: lower-case ASCII words joined by hyphens, at most 60 characters.</summary>
public static class Slug
{
    private const int Longest = 60;

    /// <returns>Never empty: a title without a single Latin letter or digit becomes <c>tanpa-judul</c>.</returns>
    public static string Of(string title)
    {
        var slug = new StringBuilder(Longest);
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= Longest) break;
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "tanpa-judul" : text;
    }
}
