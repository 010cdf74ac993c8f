using Bungo.Forum.Domain.Accounts;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

public static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Pejabat => T("Pejabat", "Official"),
        Role.Moderator => T("Moderator", "Moderator"),
        Role.Penilai => T("Penilai", "Evaluator"),
        Role.Admin => T("Pengelola", "Administrator"),
        _ => T("Warga", "Citizen"),
    };
}
