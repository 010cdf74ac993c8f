using System.Text;
using System.Text.RegularExpressions;

namespace Bungo.Forum.Ledger.Tests;

/// <summary>Holds FORMAT.md to the code: its examples are recomputed from its own text, its table is the catalogue.</summary>
public sealed partial class FormatDocumentTests
{
    internal static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "FORMAT.md"));

    [Fact]
    public void The_leaf_has_the_hash_that_stands_below_it() =>
        Assert.Equal(Example("leaf-hash"), Leaf.Parse(Some.Utf8(Example("leaf"))).Hash().ToString());

    [Fact]
    public void The_openings_open_every_commitment_of_the_leaf()
    {
        var leaf = Leaf.Parse(Some.Utf8(Example("leaf")));
        var openings = Example("openings").Split('\n').Select(line => Opening.Parse(Some.Utf8(line))).ToList();
        Assert.Equal(leaf.Commitments.Keys.Order(), openings.Select(o => o.Label).Order());
        Assert.All(openings, opening => Assert.True(leaf.IsOpenedBy(opening)));
    }

    [Fact]
    public void The_commitment_by_hand_is_the_one_in_the_leaf()
    {
        var leaf = Leaf.Parse(Some.Utf8(Example("leaf")));
        var body = Opening.Parse(Some.Utf8(Example("openings").Split('\n')[0]));
        Assert.Equal(Example("salt"), Convert.ToHexStringLower(body.Salt.Span));
        Assert.Equal(Example("message"), $"buku/v1\n{leaf.Kind.Name}\n{body.Label}\n{leaf.Id}\n{Encoding.UTF8.GetString(body.Content.Span)}");
        Assert.Equal(Example("commitment"), leaf.Commitments["body"].ToString());
        var mac = System.Security.Cryptography.HMACSHA256.HashData(Convert.FromHexString(Example("salt")), Some.Utf8(Example("message")));
        Assert.Equal(Example("commitment"), System.Buffers.Text.Base64Url.EncodeToString(mac));
    }

    [Fact]
    public void The_criterion_names_the_document_below_it()
    {
        var leaf = Leaf.Parse(Some.Utf8(Example("document-leaf")));
        Assert.Equal(DocumentDigest.Of(Some.Utf8(Example("document") + "\n"), "text/markdown"), leaf.Documents["naskah"]);
    }

    [Fact]
    public void The_table_of_spellings_is_what_the_reader_does()
    {
        var rows = SpellingRow().Matches(Document[..Document.IndexOf("## 2.", StringComparison.Ordinal)]);
        Assert.Equal(8, rows.Count);
        foreach (Match row in rows)
        {
            CanonicalJson.Read(Some.Utf8(row.Groups["accepted"].Value));
            Some.Refusal(() => CanonicalJson.Read(Some.Utf8(row.Groups["refused"].Value)));
        }
    }

    [Fact]
    public void Every_figure_of_a_report_has_its_rule_or_is_said_to_have_none()
    {
        var section = Document[Document.IndexOf("## 12.", StringComparison.Ordinal)..Document.IndexOf("## 13.", StringComparison.Ordinal)];
        var rules = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToList();
        var none = section[section.IndexOf("**Not recomputable", StringComparison.Ordinal)..];
        Assert.NotEmpty(rules);
        Assert.All(Domain.Reports.Definitions.All, d => Assert.True(rules.Contains(d.Id) || none.Contains($"`{d.Id}`", StringComparison.Ordinal), d.Id));
        Assert.Empty(rules.Except(Domain.Reports.Definitions.All.Select(d => d.Id)));
        Assert.Contains($"`{Domain.Reports.Definitions.Version}`", section, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_kinds_is_the_catalogue()
    {
        var section = Document[Document.IndexOf("## 4.", StringComparison.Ordinal)..Document.IndexOf("## 5.", StringComparison.Ordinal)];
        var rows = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.Equal(ActKinds.All.Select(Row), rows);
        Assert.NotEmpty(rows);
    }

    [Fact]
    public void The_limits_are_the_code_s()
    {
        Assert.Contains($"at most {Leaf.LongestLeaf:N0} bytes".Replace('.', ','), Document, StringComparison.Ordinal);
        Assert.Contains($"At most {CanonicalValue.DeepestNesting} arrays and objects", Document, StringComparison.Ordinal);
        Assert.Contains($"[a-z0-9_]{{1,{CanonicalObject.LongestKey}}}", Document, StringComparison.Ordinal);
    }

    // As the table writes a kind; when this test fails after a change to the catalogue, its message holds the new row.
    private static string Row(ActKind kind)
    {
        var roles = kind.Roles.Count == Enum.GetValues<ActRole>().Length
            ? "all"
            : string.Join(", ", kind.Roles.Select(role => role.ToString().ToLowerInvariant()));
        return $"| `{kind.Name}` | {string.Join(", ", kind.Clear)} | {string.Join(", ", kind.Committed)} | {string.Join(", ", kind.Documents)} | {roles} |"
            .Replace("|  |", "| |", StringComparison.Ordinal).Replace("|  |", "| |", StringComparison.Ordinal);
    }

    internal static string Example(string name)
    {
        var found = Regex.Match(Document, $"<!-- example: {name} -->\n```[a-z]+\n(?<text>.*?)\n```\n", RegexOptions.Singleline);
        Assert.True(found.Success, $"FORMAT.md has no example '{name}'");
        return found.Groups["text"].Value;
    }

    [GeneratedRegex(@"^\| `(?<accepted>[^`]+)` \| `(?<refused>[^`]+)` \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex SpellingRow();
}
