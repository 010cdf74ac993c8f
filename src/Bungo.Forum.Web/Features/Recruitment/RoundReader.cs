using System.Text.Json;
using System.Text.RegularExpressions;
using Bungo.Forum.Contract.Recruitment.V1;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.Features.Recruitment;

/// <summary>
/// Reads the exchange format. Nothing unknown is passed over and nothing is guessed: a document is taken whole or
/// not at all, and every fault is told at once with its place, so that a clerk mends a file in one go. Texts come
/// out as the forum keeps them, which makes the same words the same criterion however they were typed.
/// </summary>
public static partial class RoundReader
{
    public const string Format = "bungo-recruitment/v1";

    private const int LongestTitle = 160;
    private const int LongestName = 200;
    private const int LongestText = 5_000;
    private const int MostStages = 60;
    private const int MostVacancies = 5_000;
    private const int MostCriteria = 200;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static (RoundV1? Round, IReadOnlyList<RoundFault> Faults) Read(ReadOnlySpan<byte> json)
    {
        var faults = new RoundFaults();
        LocatedJson document;
        try
        {
            document = LocatedJson.Read(json);
        }
        catch (JsonException e)
        {
            faults.Add("$", (int)(e.LineNumber ?? 0) + 1, "Di sini berkasnya bukan JSON lagi.", "From here on the file is not JSON.");
            return (null, faults.Found);
        }

        var round = Round(document, faults);
        return (faults.Found.Count == 0 ? round : null, [.. faults.Found.OrderBy(f => f.Line)]);
    }

    public static RoundKind KindOf(RoundV1 round) => round.Kind switch { "cpns" => RoundKind.Cpns, "pppk" => RoundKind.Pppk, _ => RoundKind.Other };

    public static IReadOnlyList<Criterion> CriteriaOf(CriteriaV1 criteria) =>
    [
        .. criteria.Items.Select(c => new Criterion(
            c.Code, c.Title, c.Text, c.Weight,
            c.Authority switch { "nasional" => Authority.National, "usulan" => Authority.Proposal, _ => Authority.Local }, c.LegalBasis ?? "")),
    ];

    private static RoundV1 Round(LocatedJson json, RoundFaults faults)
    {
        var fields = faults.Object(json, "$", ["format", "code", "kind", "title", "year", "stages", "vacancies"], "criteria");
        return new RoundV1(
            fields.Code("format", f => f == Format, $"Harus \"{Format}\".", $"Must be \"{Format}\"."),
            fields.Code("code", RoundCode().IsMatch, "3 sampai 40 huruf besar, angka, atau tanda hubung.", "3 to 40 upper-case letters, digits or hyphens."),
            fields.OneOf("kind", "cpns", "pppk", "lainnya"),
            fields.Line("title", LongestTitle),
            fields.Whole("year", 2000, 2100),
            Distinct(fields.List("stages", MostStages, (item, at) => Stage(item, at, faults)), s => s.Code, "stages", fields),
            Distinct(fields.List("vacancies", MostVacancies, (item, at) => Vacancy(item, at, faults)), v => v.Code, "vacancies", fields),
            fields.OptionalObject("criteria", (item, at) => Criteria(item, at, faults)));
    }

    private static StageV1 Stage(LocatedJson json, string path, RoundFaults faults)
    {
        var fields = faults.Object(json, path, ["code", "title", "from", "to"]);
        var stage = new StageV1(ShortCode(fields), fields.Line("title", LongestTitle), fields.Day("from"), fields.Day("to"));
        if (stage.From != default && stage.To != default && stage.To < stage.From) fields.Fault("to", "Lebih awal daripada tanggal mulai.", "Earlier than its beginning.");
        return stage;
    }

    private static VacancyV1 Vacancy(LocatedJson json, string path, RoundFaults faults)
    {
        var fields = faults.Object(json, path, ["code", "title", "unit", "education", "seats"]);
        return new VacancyV1(
            ShortCode(fields), fields.Line("title", LongestTitle), fields.Line("unit", LongestName), fields.Line("education", LongestName), fields.Whole("seats", 1, 100_000));
    }

    private static CriteriaV1 Criteria(LocatedJson json, string path, RoundFaults faults)
    {
        var fields = faults.Object(json, path, ["version", "items"]);
        var criteria = new CriteriaV1(
            fields.Whole("version", 1, 9_999), Distinct(fields.List("items", MostCriteria, (item, at) => Item(item, at, faults)), c => c.Code, "items", fields));
        if (fields.Has("items") && criteria.Items.Count == 0) fields.Fault("items", "Paling sedikit satu kriteria.", "At least one criterion.");
        if (criteria.Items.Sum(c => c.Weight ?? 0) is not (0 or 100)) fields.Fault("items", "Jumlah bobot harus 100 persen.", "Weights must sum to 100 percent.");
        return criteria;
    }

    private static CriterionV1 Item(LocatedJson json, string path, RoundFaults faults)
    {
        var fields = faults.Object(json, path, ["code", "title", "text", "authority"], "weight", "legalBasis");
        var item = new CriterionV1(
            fields.Code("code", CriterionCode().IsMatch, "Paling panjang 16 huruf, angka, atau tanda hubung.", "At most 16 letters, digits or hyphens."),
            fields.Line("title", LongestTitle), fields.Text("text", LongestText), fields.OptionalWhole("weight", 0, 100),
            fields.OneOf("authority", "nasional", "daerah", "usulan"), fields.OptionalLine("legalBasis", LongestName));
        if (item is { Authority: "nasional", LegalBasis: "" }) fields.Fault("legalBasis", "Ketentuan nasional perlu dasar hukumnya.", "A national rule needs its legal basis.");
        return item;
    }

    private static string ShortCode(RoundFaults.Fields fields) =>
        fields.Code("code", ItemCode().IsMatch, "Paling panjang 40 huruf, angka, atau tanda hubung.", "At most 40 letters, digits or hyphens.");

    private static IReadOnlyList<T> Distinct<T>(IReadOnlyList<T> items, Func<T, string> code, string name, RoundFaults.Fields fields)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < items.Count; i++)
            if (code(items[i]).Length > 0 && !seen.Add(code(items[i])))
                fields.Fault(name, i, $"Kode {code(items[i])} dipakai dua kali.", $"Code {code(items[i])} is used twice.");
        return items;
    }

    // Codes go into the public ledger, which refuses more than eight digits in a row (an identity number has sixteen).
    [GeneratedRegex(@"^(?!.*[0-9]{9})[A-Z0-9][A-Z0-9-]{2,39}\z")]
    private static partial Regex RoundCode();

    [GeneratedRegex(@"^(?!.*[0-9]{9})[A-Za-z0-9][A-Za-z0-9-]{0,15}\z")]
    private static partial Regex CriterionCode();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,39}\z")]
    private static partial Regex ItemCode();
}
