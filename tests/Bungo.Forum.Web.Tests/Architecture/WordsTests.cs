using System.Reflection;
using System.Text.RegularExpressions;
using Bungo.Forum.Domain;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Architecture;

/// <summary>Every string in both languages: nothing a person reads stands in a page outside <c>T(…)</c>, and no refusal is without its sentence.</summary>
public partial class WordsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public void Every_refusal_has_its_sentence_in_both_languages()
    {
        var refusals = typeof(Refusal).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(Refusal)).Select(f => (Refusal)f.GetValue(null)!).ToList();
        Assert.True(refusals.Count > 20, $"{refusals.Count} refusals");
        Assert.Equal(refusals.Count, refusals.Select(r => r.Code).Distinct().Count());
        var texts = host.Services.GetServices<RefusalText>().ToDictionary(t => t.Code);
        Assert.Empty(refusals.Where(r => !texts.ContainsKey(r.Code)).Select(r => r.Code));
        Assert.All(refusals, r => Assert.Equal(r.Limit is not null, texts[r.Code].Id.Contains("{0", StringComparison.Ordinal) && texts[r.Code].En.Contains("{0", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_page_holds_a_sentence_in_one_language_only()
    {
        var pages = Directory.GetFiles(Path.Combine(SourceTree.Root, "src", "Bungo.Forum.Web", "Features"), "*.cshtml", SearchOption.AllDirectories);
        Assert.True(pages.Length > 10, $"{pages.Length} pages");
        var bare = pages.SelectMany(p => BareText(File.ReadAllText(p)).Select(t => $"{Path.GetFileName(p)}: {t}")).ToList();
        Assert.Empty(bare);
    }

    [Theory]
    [InlineData("<p>Belum ada</p>", true)]
    [InlineData("<p>@T(\"Belum ada\", \"None yet\")</p>", false)]
    [InlineData("<a aria-label=\"Buka\" href=\"/x\">·</a>", true)]
    [InlineData("<a title=\"@T(\"Buka\", \"Open\")\">Atom</a>", false)]
    public void The_scan_itself_finds_what_it_should(string page, bool found) => Assert.Equal(found, BareText(page).Any());

    // Names that are the same in every language.
    private static readonly HashSet<string> Names = ["Atom", "JSON", "CSV", "PDF", "English", "Bahasa Indonesia", "iCalendar", "Markdown", "WIB", "(WIB)", "SHA-256"];

    private static IEnumerable<string> BareText(string page)
    {
        var text = Comment().Replace(page, "");
        text = Element().Replace(text, " ");
        text = Code(text);
        foreach (Match attribute in Attribute().Matches(text))
            if (Letters().IsMatch(attribute.Groups[1].Value)) yield return attribute.Value;
        foreach (var piece in Tag().Replace(text, "\n").Split('\n').Select(t => System.Net.WebUtility.HtmlDecode(t).Trim()))
            if (Letters().IsMatch(piece) && !Names.Contains(piece) && !BranchOfCode().IsMatch(piece)) yield return piece;
    }

    /// <summary>Takes out what Razor runs: directives, code lines and blocks' heads, and expressions with their nested parentheses.</summary>
    private static string Code(string page)
    {
        var kept = new System.Text.StringBuilder();
        for (var i = 0; i < page.Length; i++)
        {
            if (page[i] != '@') { kept.Append(page[i]); continue; }
            if (i + 1 < page.Length && page[i + 1] == '@') { kept.Append('@'); i++; continue; }
            i = EndOfExpression(page, i + 1) - 1;
        }

        var lines = kept.ToString().Split('\n').Where(l => !CodeLine().IsMatch(l));
        return string.Join('\n', lines);
    }

    private static int EndOfExpression(string s, int i)
    {
        if (i < s.Length && s[i] == '{') return Matching(s, i);
        if (i < s.Length && s[i] == '(') return Matching(s, i);
        if (i < s.Length && s[i] == ':') return i + 1;
        if (Directive().Match(s, i) is { Success: true } d && d.Index == i) return s.IndexOf('\n', i) is var end && end < 0 ? s.Length : end;
        var control = Control().Match(s, i);
        if (control.Success && control.Index == i)
        {
            i += control.Length;
            while (i < s.Length && s[i] == ' ') i++;
            return i < s.Length && s[i] == '(' ? Matching(s, i) : i;
        }

        if (i < s.Length && s[i..].StartsWith("await ", StringComparison.Ordinal)) i += 6;
        while (i < s.Length)
        {
            if (char.IsLetterOrDigit(s[i]) || s[i] == '_') i++;
            else if (s[i] is '(' or '[') i = Matching(s, i);
            else if (s[i] is '.' or '?' or '!' && i + 1 < s.Length && (char.IsLetter(s[i + 1]) || s[i + 1] is '.' or '[')) i++;
            else if (s[i] == '<' && GenericCall().Match(s, i) is { Success: true } g && g.Index == i) i += g.Length - 1;
            else break;
        }

        return i;
    }

    private static int Matching(string s, int i)
    {
        var depth = 0;
        for (; i < s.Length; i++)
        {
            if (s[i] == '"') { i = EndOfString(s, i); continue; }
            if (s[i] is '(' or '[' or '{') depth++;
            else if (s[i] is ')' or ']' or '}' && --depth == 0) return i + 1;
        }

        return s.Length;
    }

    private static int EndOfString(string s, int i)
    {
        for (i++; i < s.Length && s[i] != '"'; i++)
        {
            if (s[i] == '\\') i++;
            else if (s[i] == '{' && i + 1 < s.Length && s[i + 1] != '{') i = Matching(s, i) - 1;
        }

        return i;
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<(style|script|code)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Element();

    [GeneratedRegex(@"(?:aria-label|title|alt|placeholder|data-text-[a-z-]+)=""([^""]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"</?[a-zA-Z!][^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    // What is left of "@if (…) {…} else {…}" on one line when its markup is taken out.
    [GeneratedRegex(@"^\}?\s*else\b[^\p{L}]*(if \(.*)?$")]
    private static partial Regex BranchOfCode();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^\s*([{}]|else\b|else if|case\b|default:|break;|foreach\b|if\b|for\b|while\b|switch\b|var\b|[A-Za-z_][\w.]*(\(.*\))?;|\w+ = .*;|\}.*|.*;\s*)\s*.*$")]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"\G(page|model|using|inject|addTagHelper|removeTagHelper|inherits|attribute|layout|namespace)\b")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G(if|for|foreach|while|switch|section \w+|lock|try|do)\b")]
    private static partial Regex Control();

    [GeneratedRegex(@"\G<[\w<>, .]+>\(")]
    private static partial Regex GenericCall();
}
