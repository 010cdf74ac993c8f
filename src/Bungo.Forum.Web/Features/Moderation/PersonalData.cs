using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

internal sealed class FlagsOfPerson(ForumDb db) : IPersonalData
{
    public string Name => "flags";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.Flags.AsNoTracking().Where(f => f.AccountId == accountId)
        .OrderBy(f => f.At).Select(f => (object)new { Post = f.PostId, Reason = f.Reason.Code(), f.Note, f.At }).AsAsyncEnumerable();
}

/// <summary>What moderation decided about this person. Who decided is not theirs to have; the office is public.</summary>
internal sealed class DecisionsAboutPerson(ForumDb db) : IPersonalData
{
    public string Name => "decisions";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.Decisions.AsNoTracking().Where(d => d.ConcernedId == accountId)
        .OrderBy(d => d.Id).Select(d => (object)new { d.Id, Measure = d.Measure.Code(), d.Rule, d.Reason, d.Office, d.At, d.Until, Post = d.PostId, Topic = d.TopicId }).AsAsyncEnumerable();
}

/// <summary>The flags of somebody who deletes their account still count; what they wrote with them goes.</summary>
internal sealed class NotesOfErasedAccounts(ForumDb db) : IActListener
{
    public async Task OnActAsync(Act act, CancellationToken cancel)
    {
        if (act is AccountErased { AccountId: var account })
            await db.Flags.Where(f => f.AccountId == account && f.Note != null).ExecuteUpdateAsync(s => s.SetProperty(f => f.Note, (string?)null), cancel);
    }
}
