using System.Text;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Deletes an account, all in one transaction: the sign-in with its address, password and tokens; letters still
/// waiting for it; name, office and verification; and the salts of every commitment that says "this person did
/// it" or "it was done to this person", after which nobody, the forum included, can tell from the ledger which acts were
/// one person's. What they wrote is destroyed by the feature that keeps it, once the account is gone.
/// </summary>
public sealed class AccountErasure(ForumDb db, ActRecorder acts, AccountMail mail, TimeProvider clock)
{
    public async Task EraseAsync(long accountId, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancel);
        if (account.IsDeleted) return;
        var signIn = await db.Users.SingleAsync(u => u.Id == accountId, cancel);
        var (role, ledgerId, now) = (account.Role, account.ObjectId, clock.GetUtcNow());

        var recorded = new List<Act>();
        if (await db.RoleGrants.FirstOrDefaultAsync(g => g.AccountId == accountId && g.RevokedAt == null, cancel) is { } grant)
        {
            grant.Revoke(account, now);
            recorded.Add(new RoleRevoked(grant, account, WithAccount: true));
        }

        await db.Letters.Where(l => l.To == signIn.Email).ExecuteDeleteAsync(cancel);
        mail.TellErased(signIn.Email!, account.Language);
        db.Remove(signIn);
        account.Delete(now);
        // A role that goes with the account is committed to by an opening that never was; whoever adds up counts it too.
        recorded.Add(new AccountErased(accountId, ledgerId, role, recorded.Count + await DestroyOpeningsAsync(ledgerId, cancel)));
        await acts.CommitAsync(recorded, cancel);
    }

    private Task<int> DestroyOpeningsAsync(Guid ledgerId, CancellationToken cancel)
    {
        var content = Encoding.UTF8.GetBytes(LedgerId.Of(ledgerId));
        return db.ActOpenings.Where(o => (o.Label == "actor" || o.Label == "sasaran") && o.Content == content).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Salt, (byte[]?)null).SetProperty(o => o.Content, (byte[]?)null).SetProperty(o => o.State, OpeningState.Destroyed),
            cancel);
    }
}
