using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Accounts;

/// <summary>
/// Somebody as the forum knows them: a public name and what they may do. How they sign in (mail address,
/// password, second factor) is kept elsewhere and is erased on its own, so that posts can outlive a person's
/// data without naming them.
/// </summary>
public sealed class Account
{
    public const int LongestName = 60;
    public const int LongestOffice = 120;

    private Account() { }

    public long Id { get; private set; }

    /// <summary>The random id by which the public ledger knows this account; tells nothing by itself.</summary>
    public Guid ObjectId { get; private set; }

    public string Name { get; private set; } = "";
    public Role Role { get; private set; }

    /// <summary>The work unit (OPD) an official, moderator or evaluator speaks for; null for others.</summary>
    public string? Office { get; private set; }

    /// <summary>When a person was matched to this account; null while nobody was.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Interface language, <c>id</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "id";

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>When the last of a deleted account's words had been destroyed.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>The newest suspension, running or past; null when there was none or it was lifted.</summary>
    public Suspension? Suspension { get; private set; }

    public bool IsVerified => VerifiedAt is not null;
    public bool IsDeleted => DeletedAt is not null;

    public static Outcome<Account> Open(string? name, Role role, string? office, DateTimeOffset now)
    {
        if (CheckName(name).IsRefused(out var refusal)) return refusal;
        var account = new Account { ObjectId = Guid.NewGuid(), Name = Text.NormalizeLine(name), CreatedAt = now };
        return account.Serve(role, office);
    }

    /// <summary>One-word names are real names here; only emptiness and excess are refused.</summary>
    public static Outcome<string> CheckName(string? name)
    {
        var line = Text.NormalizeLine(name);
        if (line.Length == 0) return AccountRefusals.NameMissing;
        if (line.Length > LongestName) return AccountRefusals.NameTooLong;
        return line;
    }

    /// <summary>
    /// By the person themselves. Who speaks for an office does so under the name the office knows; and a name stands in
    /// public on all one wrote, so who is suspended cannot say something by it either.
    /// </summary>
    public Outcome<Account> Rename(string? name, DateTimeOffset now)
    {
        if (Role.Allows(Permission.SpeakForOffice)) return AccountRefusals.OfficialNameFixed;
        if (IsSuspendedAt(now)) return AccountRefusals.Suspended;
        return Correct(name);
    }

    /// <summary>By the administrator: the name of an official, mistyped or changed by marriage.</summary>
    public Outcome<Account> Correct(string? name)
    {
        if (CheckName(name).IsRefused(out var refusal)) return refusal;
        Name = Text.NormalizeLine(name);
        return this;
    }

    public void Speak(string language) => Language = language == "en" ? "en" : "id";

    public void Verify(DateTimeOffset now) => VerifiedAt ??= now;

    /// <summary>From now on in this role, for this office; see <see cref="RoleGrant"/>.</summary>
    internal Outcome<Account> Serve(Role role, string? office)
    {
        var line = Text.NormalizeLine(office);
        if (line.Length > LongestOffice) return AccountRefusals.OfficeTooLong;
        if (role.Allows(Permission.SpeakForOffice) && line.Length == 0) return AccountRefusals.OfficeMissing;
        Role = role;
        Office = line.Length == 0 ? null : line;
        return this;
    }

    /// <summary>Whether this account may do something now: its role allows it, it is not deleted, not suspended.</summary>
    public Outcome<Account> May(Permission permission, DateTimeOffset now)
    {
        if (IsDeleted) return AccountRefusals.Erased;
        if (!Role.Allows(permission)) return AccountRefusals.NotAllowed;
        if (IsSuspendedAt(now)) return AccountRefusals.Suspended;
        return this;
    }

    public bool IsSuspendedAt(DateTimeOffset now) => Suspension?.Until > now;

    internal void Suspend(Decision decision) => Suspension = new Suspension(decision);

    internal void LiftSuspension() => Suspension = null;

    /// <summary>
    /// Erases what names the person. The account's row stays so that the posts keep their place in the
    /// discussion; they read as written by a deleted account. Its ledger id is drawn anew: copies of openings
    /// that others kept then lead to no row here.
    /// </summary>
    public void Delete(DateTimeOffset now)
    {
        ObjectId = Guid.NewGuid();
        Name = "";
        Office = null;
        VerifiedAt = null;
        Role = Role.Warga;
        Language = "id";
        DeletedAt = now;
    }

    public void Forget(DateTimeOffset now) => ForgottenAt = now;
}
