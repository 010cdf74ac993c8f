namespace Bungo.Forum.Domain.Accounts;

/// <summary>
/// A role given to an account, from when until when. It carries the random id by which the public ledger knows
/// the grant, so that granting and revoking are two acts on one object and neither names the account in clear.
/// An account has at most one running grant; being a citizen (warga) is nobody's to give.
/// </summary>
public sealed class RoleGrant
{
    private RoleGrant() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public long AccountId { get; private set; }
    public Account? Account { get; private set; }
    public Role Role { get; private set; }
    public string? Office { get; private set; }
    public DateTimeOffset GrantedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Whoever calls has ended the running grant; a unique index holds them to it.</summary>
    public static Outcome<RoleGrant> Give(Account account, Role role, string? office, DateTimeOffset now)
    {
        if (role == Role.Warga || account.IsDeleted) return AccountRefusals.RoleNotGranted;
        if (account.Serve(role, office).IsRefused(out var refusal)) return refusal;
        return new RoleGrant
        {
            ObjectId = Guid.NewGuid(),
            Account = account,
            AccountId = account.Id,
            Role = role,
            Office = account.Office,
            GrantedAt = now,
        };
    }

    /// <summary>Ends it; the account is a citizen's again. Twice is once.</summary>
    public void Revoke(Account account, DateTimeOffset now)
    {
        RevokedAt ??= now;
        account.Serve(Role.Warga, null);
    }
}
