using System.Text;
using System.Text.Json.Nodes;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Features.Recruitment;

namespace Bungo.Forum.Web.Tests.Features.Recruitment;

/// <summary>A sound document of the exchange format, for tests to take in or to spoil.</summary>
internal static class RoundDocument
{
    public static JsonObject Sound(string code = "PPPK-2026-UJI", int version = 1) => new()
    {
        ["format"] = "bungo-recruitment/v1",
        ["code"] = code,
        ["kind"] = "pppk",
        ["title"] = "PPPK Tenaga Kesehatan 2026",
        ["year"] = 2026,
        ["stages"] = new JsonArray(new JsonObject { ["code"] = "daftar", ["title"] = "Pendaftaran", ["from"] = "2026-11-23", ["to"] = "2026-11-30" }),
        ["vacancies"] = new JsonArray(new JsonObject { ["code"] = "BD-1", ["title"] = "Bidan Terampil", ["unit"] = "Puskesmas Rantau Pandan", ["education"] = "D-III Kebidanan", ["seats"] = 4 }),
        ["criteria"] = new JsonObject
        {
            ["version"] = version,
            ["items"] = new JsonArray(
                Criterion("K-1", "Surat tanda registrasi", "Memiliki STR yang berlaku.", null, "nasional", "PermenPANRB 6/2024 pasal 22"),
                Criterion("K-2", "Pengalaman kerja", "Paling singkat dua tahun di fasilitas kesehatan.", 60, "daerah"),
                Criterion("K-3", "Wawancara", "Dinilai dengan pedoman terbuka.", 40, "usulan")),
        },
    };

    public static JsonObject Criterion(string code, string title, string text, int? weight, string authority, string? basis = null) => new()
    {
        ["code"] = code,
        ["title"] = title,
        ["text"] = text,
        ["weight"] = weight,
        ["authority"] = authority,
        ["legalBasis"] = basis,
    };

    public static JsonArray Items(this JsonObject document) => document["criteria"]!["items"]!.AsArray();

    public static byte[] Bytes(this JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString());

    public static Task<Outcome<Round>> ImportAsync(this ForumHost host, JsonObject document)
    {
        var (round, faults) = RoundReader.Read(document.Bytes());
        Assert.Empty(faults);
        return host.WithAsync<RoundImport, Outcome<Round>>(import => import.RunAsync(round!, default));
    }
}
