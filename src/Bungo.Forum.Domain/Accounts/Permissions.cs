using System.Collections.Frozen;

namespace Bungo.Forum.Domain.Accounts;

/// <summary>
/// Who may do what: the one table. A moderator may not publish and an official may not moderate, so that
/// nobody both speaks for the office and decides what may be said about it. The evaluator (penilai) takes
/// part in nothing here: the lembaga that judges the forum must not be one of its voices. The administrator
/// runs the machine and the accounts and answers for personal data: no voice in moderation either, but what a moderator
/// has hidden and the law wants gone, the administrator destroys.
/// </summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table =
        new Dictionary<Role, FrozenSet<Permission>>
        {
            [Role.Warga] = Set(Permission.Participate, Permission.OpenTopic),
            [Role.Pejabat] = Set(
                Permission.Participate, Permission.OpenTopic, Permission.SpeakForOffice,
                Permission.PublishConsultation, Permission.PublishAnnouncement, Permission.OpenPoll,
                Permission.ImportRecruitment, Permission.ReadStatistics),
            [Role.Moderator] = Set(Permission.Participate, Permission.Moderate, Permission.ReadStatistics),
            [Role.Penilai] = Set(Permission.ReadStatistics, Permission.CompileReport),
            [Role.Admin] = Set(
                Permission.Administer, Permission.EraseByLaw, Permission.ImportRecruitment, Permission.CompileReport, Permission.ReadStatistics),
        }.ToFrozenDictionary();

    public static IReadOnlySet<Permission> Of(Role role) => Table[role];

    public static bool Allows(this Role role, Permission permission) => Table[role].Contains(permission);

    private static FrozenSet<Permission> Set(params Permission[] permissions) => permissions.ToFrozenSet();
}
