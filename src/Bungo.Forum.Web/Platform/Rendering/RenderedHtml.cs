using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Bungo.Forum.Web.Platform.Rendering;

/// <summary>
/// HTML that may be written unescaped because it came out of the sanitizer. Only <see cref="Markdown"/> makes
/// one, and what it made before is trusted from its own column; everything else on a page is escaped.
/// </summary>
public sealed class RenderedHtml : IHtmlContent
{
    private readonly string _html;

    internal RenderedHtml(string html) => _html = html;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(_html);

    public override string ToString() => _html;
}
