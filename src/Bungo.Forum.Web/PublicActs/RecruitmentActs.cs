using System.Text;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>One criterion as one version words it: public by law, so the ledger holds the digest of its text in clear.</summary>
public sealed record CriterionPublished(Round Round, CriteriaVersion Version, Criterion Criterion)
    : PublicAct("kriteria.versi", Version.ObjectId, null)
{
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
            return clear;
        }
    }

    public override IEnumerable<Document> Documents =>
        [new("naskah", "text/plain", Encoding.UTF8.GetBytes($"{Criterion.Code}\n{Criterion.Title}\n\n{Criterion.Text}\n\n{Criterion.LegalBasis}"))];
}
