using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>Roles are given at the command line, by whoever runs the machine: the system's act.</summary>
public sealed record RoleGranted(RoleGrant Grant, Account Account)
    : PublicAct("peran.beri", Grant.ObjectId, null)
{
    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear => RoleActs.Of(Grant);

    public override IEnumerable<Committed> Commitments => [PostActs.Actor(Account)];
}

/// <param name="WithAccount">The account itself goes: who held the role is committed to and can never be opened.</param>
public sealed record RoleRevoked(RoleGrant Grant, Account Account, bool WithAccount = false)
    : PublicAct("peran.cabut", Grant.ObjectId, null)
{
    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear => RoleActs.Of(Grant);

    public override IEnumerable<Committed> Commitments =>
        [PostActs.Actor(Account) with { State = WithAccount ? OpeningState.Destroyed : OpeningState.Open }];
}

/// <summary>
/// A person deleted their account, and with it the openings that tell which acts were theirs. The tombstone
/// says how many, not which: a list of them would join for ever what the erasure is to part.
/// </summary>
/// <param name="LedgerId">What its openings said; not in the leaf.</param>
public sealed record AccountErased(long AccountId, Guid LedgerId, Role Role, int OpeningsDestroyed)
    : PublicAct("hapus", Guid.NewGuid(), Role)
{
    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object>
    {
        ["daftar"] = Array.Empty<Guid>(),
        ["jumlah"] = OpeningsDestroyed,
        ["dasar"] = "akun-dihapus",
    };
}

internal static class RoleActs
{
    public static Dictionary<string, object> Of(RoleGrant grant)
    {
        var clear = new Dictionary<string, object> { ["peran"] = grant.Role.ToString().ToLowerInvariant() };
        if (grant.Office is { } office) clear["kantor"] = OfficeCode.Of(office);
        return clear;
    }
}
