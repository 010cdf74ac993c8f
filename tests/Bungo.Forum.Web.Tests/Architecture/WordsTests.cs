using System.Text.RegularExpressions;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Architecture;

/// <summary>Every string in both languages: nothing a person reads stands in a page outside <c>T(…)</c>, and no refusal is without its sentence.</summary>
public partial class WordsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public void Every_refusal_has_its_sentence_in_both_languages_and_every_sentence_its_refusal()
    {
        var made = MadeRefusal.All();
        Assert.True(made.Count > 60, $"{made.Count} refusals");
        Assert.Equal(made.Count, made.Select(r => r.Code).Distinct().Count());
        var texts = host.Services.GetServices<RefusalText>().ToDictionary(t => t.Code);
        Assert.Equal(made.Select(r => r.Code).Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(made, r => Assert.Equal((r.HasLimit, r.HasLimit), (NamesLimit(texts[r.Code].Id), NamesLimit(texts[r.Code].En))));
    }

    private static bool NamesLimit(string sentence) => sentence.Contains("{0", StringComparison.Ordinal);

    [Fact]
    public void No_page_holds_a_sentence_in_one_language_only()
    {
        var pages = Directory.GetFiles(Path.Combine(SourceTree.Root, "src", "Bungo.Forum.Web", "Features"), "*.cshtml", SearchOption.AllDirectories);
        Assert.True(pages.Length > 10, $"{pages.Length} pages");
        var bare = pages.SelectMany(p => BareText(File.ReadAllText(p)).Select(t => $"{Path.GetFileName(p)}: {t}")).ToList();
        Assert.True(bare.Count == 0, string.Join("\n", bare));
    }

    [Theory]
    [InlineData("<p>Belum ada</p>", true)]
    [InlineData("<p>@T(\"Belum ada\", \"None yet\")</p>", false)]
    [InlineData("<a aria-label=\"Buka\" href=\"/x\">·</a>", true)]
    [InlineData("<a title=\"@T(\"Buka\", \"Open\")\">Atom</a>", false)]
    [InlineData("<p>\n  Belum ada;\n</p>", true)]
    [InlineData("@if (x)\n{\n  <p>Belum ada;</p>\n}", true)]
    [InlineData("@if (x)\n{\n  var n = Count(\"satu\");\n  n = 2;\n  await Model.LoadAsync(n);\n  <p>@n</p>\n}", false)]
    [InlineData("@if (x) { <p>Belum ada</p> } else { <p>Ada</p> }", true)]
    [InlineData("@if (x)\n{\n  <b>@n</b>\n}\nelse if (y)\n{\n  <i>@T(\"Ada\", \"There is\")</i>\n}", false)]
    [InlineData("@switch (x)\n{\n  case 1:\n    <p>Belum</p>\n    break;\n  default: break;\n}", true)]
    [InlineData("@foreach (var x in y)\n{\n  string Name(int n) => n == 1\n    ? T(\"a\", \"b\") : \"\";\n  <p>@Name(x)</p>\n}", false)]
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
            if (Letters().IsMatch(piece) && !Names.Contains(piece)) yield return piece;
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

        return Statement().Replace(Block().Replace(kept.ToString(), m => m.Groups[1].Value), "");
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

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    // Heads of branches within a block: where a line starts, or after what ends the piece before.
    [GeneratedRegex(@"(^|[{};>])[ \t]*(else\b[ \t]*)?((if|foreach|for|while|switch)[ \t]*\((?>[^()]+|\((?<p>)|\)(?<-p>))*(?(p)(?!))\)|case [^\n:]+:|default:|(?<=else[ \t]*))", RegexOptions.Multiline)]
    private static partial Regex Block();

    // A declaration, an assignment, a call, a local function, over several lines if need be. Words of a sentence have blanks
    // between them and no sign of these, so that a sentence which ends in a semicolon is not taken for one.
    [GeneratedRegex(@"(?<=^|[;>{}])[ \t]*(break;|(\w+\+\+|(await )?[A-Za-z_][\w.]*(<[^>\n]*>)?\((?>[^();]+|\((?<p>)|\)(?<-p>))*(?(p)(?!))\)|(return|var|[a-zA-Z_][\w.]*(<[^>\n]*>)?\??)? ?([a-zA-Z_][\w.]*|\([\w, ]+\))(\([^)]*\))? (\?\?|\+|-)?=>?[^;<]*(<[^/a-z][^;<]*)*);(?=[ \t]*($|\})))", RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\G(page|model|using|inject|addTagHelper|removeTagHelper|inherits|attribute|layout|namespace)\b")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G(if|for|foreach|while|switch|section \w+|lock|try|do)\b")]
    private static partial Regex Control();

    [GeneratedRegex(@"\G<[\w<>, .]+>\(")]
    private static partial Regex GenericCall();
}
