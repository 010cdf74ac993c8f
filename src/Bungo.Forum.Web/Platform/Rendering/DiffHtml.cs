using System.Text.Encodings.Web;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.Html;

namespace Bungo.Forum.Web.Platform.Rendering;

/// <summary>
/// A difference as a page shows it: marked by element, by line and, for those who listen, in words; never by colour
/// alone. It is written here and not in a page because a blank between two tags would be a blank in the text. Every
/// text goes through the encoder.
/// </summary>
public sealed class DiffHtml(IReadOnlyList<DiffRun> runs) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (kind, text) in runs)
        {
            // A blank that went has nothing to be struck through, one that came nothing to be underlined.
            if (kind == DiffKind.Removed && IsBlank(text)) continue;
            if (kind == DiffKind.Same || IsBlank(text)) encoder.Encode(writer, text);
            else if (kind == DiffKind.Added) Write(writer, encoder, "ins", Texts.T("ditambahkan", "added"), text);
            else Write(writer, encoder, "del", Texts.T("dihapus", "removed"), text);
        }
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    private static void Write(TextWriter writer, HtmlEncoder encoder, string element, string word, string text)
    {
        writer.Write($"<{element}><span class=\"sr-only\">[{word}: </span>");
        encoder.Encode(writer, text);
        writer.Write($"<span class=\"sr-only\">]</span></{element}>");
    }
}
