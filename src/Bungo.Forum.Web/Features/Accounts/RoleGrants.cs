using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Gives and takes roles, with the acts that tell of it. That a citizen bears the name already keeps nobody from a role
/// (decision 12). Sessions learn of a change when their claims are made
/// anew (within a minute); whoever writes is asked for as a row and so at once.
/// </summary>
public sealed class RoleGrants(ForumDb db, ActRecorder acts, AccountOpening opening)
{
    /// <summary>A confirmed account in a role, for the command line and the demonstration.</summary>
    public async Task<Outcome<Account>> OpenAsync(
        string mail, string name, string password, Role role, string? office, bool isVerified, CancellationToken cancel)
    {
        if (Mailbox.Check(mail).IsRefused(out var refusal)) return refusal;
        var account = Account.Open(name, Role.Warga, null, opening.Now);
        if (account.IsRefused(out refusal)) return refusal;
        if (isVerified) account.Value.Verify(opening.Now);
        await acts.BeginAsync(cancel);
        if ((await opening.InsertAsync(account.Value, mail, password, confirmed: true)).IsRefused(out refusal)) return refusal;
        var recorded = new List<Act>();
        if (role != Role.Warga && Give(account.Value, role, office, recorded).IsRefused(out refusal)) return refusal;
        await acts.CommitAsync(recorded, cancel);
        return account;
    }

    /// <summary>Ends the role an account has, then gives the new one; <see cref="Role.Warga"/> only ends.</summary>
    public async Task<Outcome<Account>> ChangeAsync(string mail, Role role, string? office, CancellationToken cancel)
    {
        if (await opening.FindAsync(mail, cancel) is not { Account: var account }) return AccountRefusals.MailUnknown;
        if (account.Role == role && role == Role.Warga) return account;
        await acts.BeginAsync(cancel);
        await db.LockAccountAsync(account.Id, cancel);
        await db.Entry(account).ReloadAsync(cancel);
        var recorded = new List<Act>();
        if (await db.RoleGrants.FirstOrDefaultAsync(g => g.AccountId == account.Id && g.RevokedAt == null, cancel) is { } running)
        {
            running.Revoke(account, opening.Now);
            recorded.Add(new RoleRevoked(running, account));
            await db.SaveChangesAsync(cancel);
        }

        if ((role != Role.Warga || recorded.Count == 0) && Give(account, role, office, recorded).IsRefused(out var refusal)) return refusal;
        await acts.CommitAsync(recorded, cancel);
        return account;
    }

    public async Task<Outcome<Account>> CorrectNameAsync(string mail, string name, CancellationToken cancel)
    {
        if (await opening.FindAsync(mail, cancel) is not { Account: var account }) return AccountRefusals.MailUnknown;
        if (account.Correct(name).IsRefused(out var refusal)) return refusal;
        await db.SaveChangesAsync(cancel);
        return account;
    }

    private Outcome<RoleGrant> Give(Account account, Role role, string? office, List<Act> recorded)
    {
        var given = RoleGrant.Give(account, role, office, opening.Now);
        if (given.IsRefused(out var refusal)) return refusal;
        db.Add(given.Value);
        recorded.Add(new RoleGranted(given.Value, account));
        return given;
    }
}
