using Bungo.Forum.Domain.Announcements;
using Ganss.Xss;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bungo.Forum.Web.Platform.Rendering;

/// <summary>
/// Markdown to HTML, for citizens' and officials' words alike. Two walls: Markdig never passes raw HTML
/// through, and what it makes goes through an allow-list sanitizer all the same, because a parser's bug must
/// not become a hole. Images are not inlined (a picture from elsewhere tells its host who reads the page);
/// links carry <c>nofollow ugc noopener</c>. Headings start below the page's own.
/// </summary>
public static class Markdown
{
    /// <summary>Raise when the same source may give other HTML; stored renderings of older versions are then made anew.</summary>
    public const int Version = 1;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoLinks()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    // Thread-safe for Sanitize once configured; configuring it per call would cost more than the call.
    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    public static RenderedHtml Render(string source) => Render(source, "");

    /// <param name="baseAddress">Makes relative links absolute, for HTML that is read away from the site.</param>
    public static RenderedHtml Render(string source, string baseAddress) => Read(source, document =>
    {
        foreach (var link in document.Descendants<LinkInline>()) link.IsImage = false;
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 2);
        return new RenderedHtml(Sanitizer.Sanitize(document.ToHtml(Pipeline), baseAddress));
    });

    /// <summary>The longest text that any form takes.</summary>
    public const int LongestPreview = Announcement.LongestBody;

    /// <summary>
    /// How a text will look, before anything has judged it. No more of it is parsed than a form would take: a megabyte of hostile
    /// marks costs minutes.
    /// </summary>
    public static RenderedHtml Preview(string? typed)
    {
        var text = Domain.Text.Normalize(typed);
        return Render(text.Length > LongestPreview ? text[..LongestPreview] : text);
    }

    /// <summary>The words without marks: a line for each heading, paragraph, list item or cell of a table.</summary>
    public static string Plain(string source) => string.Join('\n', Pieces(source));

    /// <summary>The first words of a text, without marks and on one line, for lists.</summary>
    /// <param name="longest">In characters; what is longer ends at a word, with an ellipsis.</param>
    public static string Excerpt(string source, int longest)
    {
        var words = Domain.Text.NormalizeLine(Pieces(source).Aggregate("", Joined));
        if (words.Length <= longest) return words;
        var end = words.LastIndexOf(' ', longest);
        return words[..(end > 0 ? end : longest)].TrimEnd('.', ',', ';', ':', '·', ' ') + " …";
    }

    // What ended a sentence with a new line must not run into the next: "Berkas Ijazah KTP" is no sentence.
    private static string Joined(string before, string piece) =>
        before.Length == 0 ? piece : before + (char.IsPunctuation(before[^1]) ? " " : " · ") + piece;

    private static List<string> Pieces(string source) => Read(source, document => document.Descendants<LeafBlock>()
        .Select(block => block is CodeBlock code ? code.Lines.ToString() : Words(block))
        .Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim()).ToList());

    private static string Words(LeafBlock block)
    {
        using var words = new StringWriter();
        var renderer = new HtmlRenderer(words) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        Pipeline.Setup(renderer);
        renderer.WriteLeafInline(block);
        return words.ToString();
    }

    /// <summary>HTML this class made earlier, read back from the database.</summary>
    public static RenderedHtml Restore(string html) => new(html);

    // What nests deeper than the library goes (a thousand quotes in one another) is no formatting anybody meant: it is
    // shown as it was typed. The library says so at parsing or only at writing, hence both are tried together.
    private static T Read<T>(string source, Func<MarkdownDocument, T> read)
    {
        try
        {
            return read(Markdig.Markdown.Parse(source, Pipeline));
        }
        catch (ArgumentException)
        {
            return read(AsTyped(source));
        }
    }

    private static MarkdownDocument AsTyped(string source)
    {
        var words = new ContainerInline();
        foreach (var line in source.Split('\n'))
        {
            if (words.LastChild is not null) words.AppendChild(new LineBreakInline { IsHard = true });
            words.AppendChild(new LiteralInline(line));
        }

        return [new ParagraphBlock { Inline = words }];
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "strong", "em", "del", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr",
                "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start", "rel" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        });
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement anchor) anchor.SetAttribute("rel", "nofollow ugc noopener");
        };
        return sanitizer;
    }
}
