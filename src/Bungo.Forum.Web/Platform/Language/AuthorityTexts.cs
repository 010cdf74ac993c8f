using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.Platform.Language;

/// <summary>Who can change a criterion, in words; told wherever one is shown.</summary>
public static class AuthorityTexts
{
    public static string Name(Authority authority) => authority switch
    {
        Authority.National => Texts.T("Nasional (tidak dapat diubah di daerah)", "National (cannot be changed in the regency)"),
        Authority.Proposal => Texts.T("Usulan ke Kementerian PANRB", "Proposal to the ministry"),
        _ => Texts.T("Kewenangan daerah", "Decided by the regency"),
    };
}
