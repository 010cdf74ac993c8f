namespace Bungo.Forum.Ledger;

/// <summary>In which role somebody acted; the leaf writes the name in lower case.</summary>
public enum ActRole
{
    Warga,
    Moderator,
    Pejabat,
    Penilai,

    /// <summary>The program itself, or the person who runs it.</summary>
    Sistem,
}

internal static class ActRoles
{
    private static readonly ActRole[] All = Enum.GetValues<ActRole>();

    public static string Code(this ActRole role) => role switch
    {
        ActRole.Warga => "warga",
        ActRole.Moderator => "moderator",
        ActRole.Pejabat => "pejabat",
        ActRole.Penilai => "penilai",
        ActRole.Sistem => "sistem",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static ActRole? Find(string code)
    {
        foreach (var role in All)
            if (role.Code() == code) return role;
        return null;
    }
}
