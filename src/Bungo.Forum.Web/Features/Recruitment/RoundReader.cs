using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Bungo.Forum.Contract.Recruitment.V1;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.Features.Recruitment;

/// <summary>One thing to mend in a round's document.</summary>
/// <param name="Path">Where: <c>criteria.items[2].weight</c>, or a line number when it is not JSON.</param>
public sealed record RoundFault(string Path, string Id, string En);

/// <summary>Reads the exchange format and tells every fault at once, so that a clerk mends a file in one go.</summary>
public static partial class RoundReader
{
    public const string Format = "bungo-recruitment/v1";

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static (RoundV1? Round, IReadOnlyList<RoundFault> Faults) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            if (JsonSerializer.Deserialize<RoundV1>(json, Options) is not { } round) return (null, [new("1", "Dokumennya kosong.", "The document is empty.")]);
            return (round, Check(round).ToList());
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $"baris/line {line + 1}" : e.Path ?? "$";
            return (null, [new(place, $"Bukan JSON menurut format {Format}: {e.Message}", $"Not JSON of the format {Format}: {e.Message}")]);
        }
    }

    public static RoundKind KindOf(RoundV1 round) => round.Kind switch { "cpns" => RoundKind.Cpns, "pppk" => RoundKind.Pppk, _ => RoundKind.Other };

    public static IReadOnlyList<Criterion> CriteriaOf(CriteriaV1 criteria) =>
    [
        .. criteria.Items.Select(c => new Criterion(
            c.Code, Text.NormalizeLine(c.Title), Text.Normalize(c.Text), c.Weight,
            c.Authority switch { "nasional" => Authority.National, "usulan" => Authority.Proposal, _ => Authority.Local }, Text.NormalizeLine(c.LegalBasis))),
    ];

    private static IEnumerable<RoundFault> Check(RoundV1 round)
    {
        if (round.Format != Format) yield return new("format", $"Harus \"{Format}\".", $"Must be \"{Format}\".");
        if (!RoundCode().IsMatch(round.Code)) yield return new("code", "3 sampai 40 huruf besar, angka, atau tanda hubung.", "3 to 40 upper-case letters, digits or hyphens.");
        if (round.Kind is not ("cpns" or "pppk" or "lainnya")) yield return new("kind", "cpns, pppk, atau lainnya.", "cpns, pppk or lainnya.");
        if (round.Year is < 2000 or > 2100) yield return new("year", "Tahun 2000 sampai 2100.", "A year from 2000 to 2100.");
        foreach (var fault in Line("title", round.Title, 160)) yield return fault;
        for (var i = 0; i < round.Stages.Count; i++)
        {
            foreach (var fault in Line($"stages[{i}].title", round.Stages[i].Title, 160)) yield return fault;
            if (round.Stages[i].To < round.Stages[i].From) yield return new($"stages[{i}].to", "Lebih awal daripada tanggal mulai.", "Earlier than its beginning.");
        }

        for (var i = 0; i < round.Vacancies.Count; i++)
        {
            foreach (var fault in Line($"vacancies[{i}].title", round.Vacancies[i].Title, 160)) yield return fault;
            if (round.Vacancies[i].Seats < 1) yield return new($"vacancies[{i}].seats", "Paling sedikit 1.", "At least 1.");
        }

        foreach (var fault in round.Criteria is { } criteria ? Check(criteria) : []) yield return fault;
    }

    private static IEnumerable<RoundFault> Check(CriteriaV1 criteria)
    {
        if (criteria.Version < 1) yield return new("criteria.version", "Nomor versi mulai dari 1.", "Version numbers begin at 1.");
        if (criteria.Items.Count == 0) yield return new("criteria.items", "Paling sedikit satu kriteria.", "At least one criterion.");
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < criteria.Items.Count; i++)
        {
            var (item, at) = (criteria.Items[i], $"criteria.items[{i}]");
            if (!CriterionCode().IsMatch(item.Code)) yield return new($"{at}.code", "Paling panjang 16 huruf, angka, atau tanda hubung.", "At most 16 letters, digits or hyphens.");
            else if (!codes.Add(item.Code)) yield return new($"{at}.code", $"Kode {item.Code} dipakai dua kali.", $"Code {item.Code} is used twice.");
            foreach (var fault in Line($"{at}.title", item.Title, 160)) yield return fault;
            if (Text.Normalize(item.Text).Length is 0 or > 5_000) yield return new($"{at}.text", "1 sampai 5.000 karakter.", "1 to 5,000 characters.");
            if (item.Weight is < 0 or > 100) yield return new($"{at}.weight", "0 sampai 100 persen.", "0 to 100 percent.");
            if (item.Authority is not ("nasional" or "daerah" or "usulan")) yield return new($"{at}.authority", "nasional, daerah, atau usulan.", "nasional, daerah or usulan.");
            if (item.Authority == "nasional" && string.IsNullOrWhiteSpace(item.LegalBasis)) yield return new($"{at}.legalBasis", "Ketentuan nasional perlu dasar hukumnya.", "A national rule needs its legal basis.");
        }

        if (criteria.Items.Sum(c => c.Weight ?? 0) is not (0 or 100)) yield return new("criteria.items", "Jumlah bobot harus 100 persen.", "Weights must sum to 100 percent.");
    }

    private static IEnumerable<RoundFault> Line(string path, string text, int longest) =>
        Text.NormalizeLine(text).Length is var length && (length == 0 || length > longest)
            ? [new(path, $"1 sampai {longest} karakter.", $"1 to {longest} characters.")]
            : [];

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{2,39}$")]
    private static partial Regex RoundCode();

    [GeneratedRegex("^[A-Za-z0-9-]{1,16}$")]
    private static partial Regex CriterionCode();
}
