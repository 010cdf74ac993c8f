using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Notifications;

internal sealed class NoticesOfPerson(ForumDb db) : IPersonalData
{
    public string Name => "notices";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.Notices.AsNoTracking().Where(n => n.AccountId == accountId)
        .OrderBy(n => n.Id).Select(n => (object)new { n.Id, Kind = n.Kind.ToString(), n.At, n.ReadAt, Post = n.PostId, Decision = n.DecisionId }).AsAsyncEnumerable();
}

/// <summary>Notices are for their reader alone: with the account they have none.</summary>
internal sealed class NoticesOfErasedAccounts(ForumDb db) : IActListener
{
    public async Task OnActAsync(Act act, CancellationToken cancel)
    {
        if (act is not AccountErased { AccountId: var account }) return;
        await db.Notices.Where(n => n.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.MailPreferences.Where(p => p.AccountId == account).ExecuteDeleteAsync(cancel);
    }
}
