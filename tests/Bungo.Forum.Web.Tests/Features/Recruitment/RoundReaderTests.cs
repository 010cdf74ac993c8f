using System.Text;
using System.Text.Json.Nodes;
using Bungo.Forum.Web.Features.Recruitment;
using CsCheck;

namespace Bungo.Forum.Web.Tests.Features.Recruitment;

public class RoundReaderTests
{
    [Fact]
    public void A_sound_document_has_no_fault() => Assert.Empty(RoundReader.Read(RoundDocument.Sound().Bytes()).Faults);

    [Theory]
    [InlineData("pppk-2026-nakes-v1")]
    [InlineData("pppk-2026-nakes-v2")]
    [InlineData("pppk-2026-nakes-v3")]
    [InlineData("cpns-2026-umum-v1")]
    public void The_demonstration_is_of_the_format(string name)
    {
        using var stream = typeof(RoundReader).Assembly.GetManifestResourceStream($"demo/{name}.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        Assert.Empty(RoundReader.Read(bytes.ToArray()).Faults);
    }

    [Fact]
    public void Every_fault_is_told_at_once_with_its_place()
    {
        var (round, faults) = Read("""
            {
              "format": "bungo-recruitment/v2",
              "code": "pppk 2026",
              "kind": "honorer",
              "title": "",
              "year": "2026",
              "stages": [
                { "code": "daftar", "title": "Pendaftaran", "from": "2026-12-10", "to": "2026-12-01" },
                null
              ],
              "vacancies": [{ "code": "BD-1", "title": "Bidan", "unit": "Puskesmas", "seats": 0, "gaji": 1 }],
              "criteria": {
                "version": 1.5,
                "items": [
                  { "code": "K-1", "title": "A", "text": "A", "authority": "nasional" },
                  { "code": "k-1", "title": "B", "text": "B", "authority": "pusat", "weight": 101 }
                ]
              }
            }
            """);
        Assert.Null(round);
        Assert.Equal(
            [
                "2 format", "3 code", "4 kind", "5 title", "6 year", "8 stages[0].to", "9 stages[1]",
                "11 vacancies[0].education", "11 vacancies[0].gaji", "11 vacancies[0].seats", "13 criteria.version",
                "15 criteria.items[0].legalBasis", "16 criteria.items[1]", "16 criteria.items[1].authority", "16 criteria.items[1].weight",
            ],
            faults.OrderBy(f => f.Line).ThenBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Line} {f.Path}"));
        Assert.All(faults, f => Assert.NotEqual(f.Id, f.En));
    }

    [Fact]
    public void What_stands_twice_is_told()
    {
        var (_, faults) = Read(RoundDocument.Sound().ToJsonString().Replace("\"year\":2026", "\"year\":2026,\"year\":2027", StringComparison.Ordinal));
        Assert.Equal("year", Assert.Single(faults).Path);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("null", 1)]
    [InlineData("[]", 1)]
    [InlineData("{\n\"format\": \"bungo-recruitment/v1\",\n}", 3)]
    [InlineData("{}\n{}", 2)]
    [InlineData("{\n\"title\": \"\\ud800\"}", 2)]
    public void What_is_no_document_is_told_with_its_line(string json, int line)
    {
        var (round, faults) = Read(json);
        Assert.Null(round);
        Assert.Equal(line, faults[0].Line);
    }

    [Theory]
    [InlineData("code", "PPPK-2026\n")]
    [InlineData("code", "PPPK-1508012345670001")]
    public void A_code_that_the_ledger_could_not_hold_is_refused(string member, string code)
    {
        var document = RoundDocument.Sound();
        document[member] = code;
        Assert.Equal(member, Assert.Single(RoundReader.Read(document.Bytes()).Faults).Path);
    }

    [Fact]
    public void Weights_sum_to_a_hundred()
    {
        var document = RoundDocument.Sound();
        document.Items()[1]!["weight"] = 50;
        Assert.Equal("criteria.items", Assert.Single(RoundReader.Read(document.Bytes()).Faults).Path);
    }

    [Fact]
    public void Texts_come_out_as_the_forum_keeps_them()
    {
        var document = RoundDocument.Sound();
        document.Items()[1]!["text"] = "  Satu\r\n\r\nDua\u0000 ";
        Assert.Equal("Satu\n\nDua", RoundReader.Read(document.Bytes()).Round!.Criteria!.Items[1].Text);
    }

    /// <summary>Whatever one value of a sound document is replaced by, the answer is a document or faults, never an exception.</summary>
    [Fact]
    public void Any_value_in_any_place_is_answered() =>
        Gen.Select(Gen.Int[0, 200], Gen.OneOf("null", "true", "-1", "1e99", "\"\"", "\"\\u0000\"", "[]", "[null]", "{}", "[[[[[[[[[]]]]]]]]]", "\"x\"")).Sample((place, value) =>
        {
            var document = RoundDocument.Sound();
            var places = Places(document).ToList();
            var (parent, key) = places[place % places.Count];
            if (parent is JsonObject whole) whole[(string)key] = JsonNode.Parse(value);
            else parent.AsArray()[(int)key] = JsonNode.Parse(value);
            var (round, faults) = RoundReader.Read(document.Bytes());
            return (round is null) == (faults.Count > 0);
        });

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject whole => whole.SelectMany(m => (m.Value is null ? [] : Places(m.Value)).Prepend((whole, m.Key))),
        JsonArray list => list.SelectMany((item, i) => (item is null ? [] : Places(item)).Prepend((list, i))),
        _ => [],
    };

    private static (Contract.Recruitment.V1.RoundV1? Round, IReadOnlyList<RoundFault> Faults) Read(string json) => RoundReader.Read(Encoding.UTF8.GetBytes(json));
}
