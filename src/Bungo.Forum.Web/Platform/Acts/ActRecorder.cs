using System.Data;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform.Acts;

/// <summary>Reads acts inside their transaction and adds what follows from them (a notice, a letter) to the same save.</summary>
public interface IActListener
{
    /// <summary>Adds rows to the context and returns; it must not save, send or wait for anything outside the database.</summary>
    Task OnActAsync(Act act, CancellationToken cancel);
}

/// <summary>
/// One write, one transaction, one act. Everything a page changed and everything that follows from it commits
/// here together or not at all: the entity's rows, the act in the ledger's waiting room with its openings, the
/// numbered live events, the notices. A crash before the commit leaves nothing; a crash after it loses nothing,
/// because the live dispatcher, the mail job and the sequencer read what was committed.
///
/// Locks, always in this order so that two writers cannot wait for each other: the page's own row
/// (<c>for update</c>), then streams by name, then the heads of acted-on objects.
/// </summary>
public sealed class ActRecorder(ForumDb db, IEnumerable<IActListener> listeners, TimeProvider clock)
{
    /// <summary>PostgreSQL channel that tells every web node "stream X has events N to M" once they are committed.</summary>
    public const string Channel = "forum_live";

    /// <summary>Begins the transaction a page reads its locked rows in; committing ends it.</summary>
    public async Task BeginAsync(CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
    }

    public Task CommitAsync(Act act, CancellationToken cancel) => CommitAsync([act], cancel);

    public async Task CommitAsync(IReadOnlyCollection<Act> acts, CancellationToken cancel)
    {
        await RecordAsync(acts, cancel);
        await db.Database.CommitTransactionAsync(cancel);
    }

    /// <summary>Saves the change with its acts and leaves the transaction open: an import records many times and commits once.</summary>
    public async Task RecordAsync(IReadOnlyCollection<Act> acts, CancellationToken cancel)
    {
        await BeginAsync(cancel);
        var now = clock.GetUtcNow();
        foreach (var act in acts)
            foreach (var listener in listeners)
                await listener.OnActAsync(act, cancel);

        await NumberEventsAsync(acts, now, cancel);
        foreach (var act in acts.OfType<PublicAct>())
            await AddToLedgerAsync(act, now, cancel);

        await db.SaveChangesAsync(cancel);
    }

    private async Task NumberEventsAsync(IEnumerable<Act> acts, DateTimeOffset now, CancellationToken cancel)
    {
        var byStream = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var change in acts.SelectMany(a => a.Changes).Distinct())
        {
            if (!byStream.TryGetValue(change.Stream, out var targets)) byStream[change.Stream] = targets = [];
            targets.Add(change.Target);
        }

        foreach (var (stream, targets) in byStream)
        {
            // The upsert takes the stream's row lock and holds it until commit: numbers become visible in
            // order and without gaps, whatever the order in which transactions finish. The notification goes
            // out with the commit, or never.
            var count = targets.Count;
            var last = await db.Database.SqlQuery<long>($"""
                with s as (
                  insert into live.stream as s (name, last_number) values ({stream}, {count})
                  on conflict (name) do update set last_number = s.last_number + {count}
                  returning last_number)
                select s.last_number as "Value"
                from s, lateral (select pg_notify({Channel}, {stream} || ' ' || (s.last_number - {count} + 1) || ' ' || s.last_number)) n
                """).ToListAsync(cancel);
            for (var i = 0; i < count; i++) db.StreamEvents.Add(new StreamEvent(stream, last[0] - count + 1 + i, targets[i], now));
        }
    }

    private async Task AddToLedgerAsync(PublicAct act, DateTimeOffset now, CancellationToken cancel)
    {
        var hasHistory = ActKinds.Find(act.Kind)?.HasHistory == true;
        var head = hasHistory && !act.IsFirst ? await HeadAsync(act.ObjectId, cancel) : null;
        var (leaf, openings) = LeafWriter.Write(act, head?.ActId, now);
        // The row may not tell more than the leaf does: a ballot's time is known to the hour.
        db.PendingActs.Add(new PendingAct(act.ActId, act.Kind, act.ObjectId, leaf.Bytes.ToArray(), leaf.At));
        db.ActOpenings.AddRange(openings);
        if (!hasHistory) return;
        if (head is null) db.Add(new ActHead(act.ObjectId, act.ActId));
        else db.Entry(head).Property(h => h.ActId).CurrentValue = act.ActId;
    }

    // Two acts of one commit may be on the same object: the first is then the second's predecessor.
    private async Task<ActHead?> HeadAsync(Guid objectId, CancellationToken cancel) =>
        db.Set<ActHead>().Local.FirstOrDefault(h => h.ObjectId == objectId)
        ?? await db.Set<ActHead>().FromSql($"select * from ledger.act_head where object_id = {objectId} for update").SingleOrDefaultAsync(cancel);
}
