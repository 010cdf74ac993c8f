using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Forgets what has no use left: registrations nobody confirmed (an address we have no business keeping),
/// counters whose window is over, tokens that expired.
/// </summary>
public sealed class PurgeSignInsJob(ForumDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var before = now - Unconfirmed;
        // Nobody can act before confirming, so nothing refers to such an account but its sign-in, which goes with it.
        await db.Accounts.Where(a => a.CreatedAt < before && db.Users.Any(u => u.Id == a.Id && !u.EmailConfirmed)).ExecuteDeleteAsync(cancel);
        await db.Set<Attempt>().Where(a => a.Until < now).ExecuteDeleteAsync(cancel);
        await db.AccessTokens.Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(cancel);
    }
}
