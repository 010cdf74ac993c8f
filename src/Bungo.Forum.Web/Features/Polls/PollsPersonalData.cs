using System.Runtime.CompilerServices;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// A person's ballots, found through the keys of polls that are still open. Of a closed poll nothing can be told:
/// the key is gone, and with it the knowledge whose ballot is whose.
/// </summary>
internal sealed class BallotsPersonalData(ForumDb db) : IPersonalData
{
    public string Name => "ballots";

    public async IAsyncEnumerable<object> ReadAsync(long accountId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        var keys = await db.PollKeys.AsNoTracking().ToListAsync(cancel);
        var nullifiers = keys.Select(k => k.NullifierOf(account)).ToArray();
        await foreach (var ballot in db.Ballots.AsNoTracking().Where(b => nullifiers.Contains(b.Nullifier)).AsAsyncEnumerable().WithCancellation(cancel))
            yield return new { ballot.PollId, Choices = ballot.Choices.Select(LedgerId.Of), ballot.CastHour };
    }
}

/// <summary>Polls an official scheduled or closed.</summary>
internal sealed class PollsPersonalData(ForumDb db) : IPersonalData
{
    public string Name => "polls";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.Polls.AsNoTracking()
        .Where(p => p.CreatedById == accountId || (p.Closure != null && p.Closure.ById == accountId)).OrderBy(p => p.Id)
        .Select(p => (object)new { p.Id, p.Question, Scheduled = p.CreatedById == accountId, ClosedEarly = p.Closure != null && p.Closure.ById == accountId })
        .AsAsyncEnumerable();
}
