using System.Text;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>
/// One criterion as one version words it: public by law, so the ledger holds the digest of its text in clear. A
/// version is as many acts as it has criteria; what is gone from it has none.
/// </summary>
public sealed record CriterionPublished(Round Round, CriteriaVersion Version, Criterion Criterion, Role? By)
    : PublicAct("kriteria.versi", Version.ObjectId, By)
{
    private const int LongestCode = 40;
    private const int LongestDigitRun = 8;

    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear
    {
        get
        {
            var clear = new Dictionary<string, object>
            {
                ["nomor"] = Version.Number,
                ["kode"] = Criterion.Code.ToLowerInvariant(),
                ["kewenangan"] = Criterion.Authority switch { Authority.National => "nasional", Authority.Proposal => "usulan", _ => "daerah" },
                ["putaran"] = Round.Code.ToLowerInvariant(),
            };
            if (Criterion.Weight is { } weight) clear["bobot"] = weight;
            if (CodeOf(Criterion.LegalBasis) is { } basis) clear["dasar"] = basis;
            return clear;
        }
    }

    // "PermenPANRB 6/2024 pasal 22" is permenpanrb-6-2024-pasal-22; the citation itself stands in the document.
    private static string? CodeOf(string citation)
    {
        if (citation.Length == 0) return null;
        var slug = Slug.Of(citation);
        var code = (slug.Length <= LongestCode ? slug : slug[..LongestCode]).TrimEnd('-');
        return code.Split('-').Any(word => word.Count(char.IsAsciiDigit) > LongestDigitRun) ? null : code;
    }

    public override IEnumerable<Document> Documents =>
        [new("naskah", "text/plain", Encoding.UTF8.GetBytes($"{Criterion.Code}\n{Criterion.Title}\n\n{Criterion.Text}\n\n{Criterion.LegalBasis}"))];
}
