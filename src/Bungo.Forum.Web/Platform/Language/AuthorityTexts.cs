using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.Platform.Language;

/// <summary>Who can change a criterion, in words; told wherever one is shown.</summary>
public static class AuthorityTexts
{
    /// <summary>The authority, and the law it rests on where one is named.</summary>
    public static string Basis(Criterion criterion) => Name(criterion.Authority) + (criterion.LegalBasis.Length > 0 ? " · " + criterion.LegalBasis : "");

    public static string Weight(int weight) => Texts.T($"Bobot {weight}%", $"Weight {weight}%");

    /// <summary>All that binds a criterion besides its words, in one line.</summary>
    public static string Terms(Criterion criterion) => (criterion.Weight is { } weight ? Weight(weight) + " · " : "") + Basis(criterion);

    private static string Name(Authority authority) => authority switch
    {
        Authority.National => Texts.T("Nasional (tidak dapat diubah di daerah)", "National (cannot be changed in the regency)"),
        Authority.Proposal => Texts.T("Usulan ke Kementerian PANRB", "Proposal to the ministry"),
        _ => Texts.T("Kewenangan daerah", "Decided by the regency"),
    };
}
