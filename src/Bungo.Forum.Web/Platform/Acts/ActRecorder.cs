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
/// (<c>for no key update</c>), then the heads of acted-on objects, then streams by name.
/// </summary>
public sealed class ActRecorder(ForumDb db, IEnumerable<IActListener> listeners, IAcceptance acceptance, TimeProvider clock)
{
    /// <summary>PostgreSQL channel that tells every web node "stream X has events N to M" once they are committed.</summary>
    public const string Channel = "forum_live";

    /// <summary>Begins the transaction a page reads its locked rows in; committing ends it.</summary>
    /// <exception cref="NotAcceptedException">What would be written could not be recorded. Said before any row is locked, and again before anything is saved.</exception>
    public async Task BeginAsync(CancellationToken cancel)
    {
        if (acceptance.Refusal is { } refusal) throw new NotAcceptedException(refusal);
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

        await db.SaveChangesAsync(cancel);

        var rows = new ActRows();
        foreach (var stream in acts.SelectMany(a => a.Changes).Distinct().GroupBy(c => c.Stream, c => c.Target).OrderBy(g => g.Key, StringComparer.Ordinal))
            rows.Add(stream.Key, [.. stream], now);
        var heads = new Dictionary<Guid, Guid>();
        foreach (var act in acts.OfType<PublicAct>())
        {
            var hasHistory = ActKinds.Find(act.Kind)?.HasHistory == true;
            var previous = hasHistory && !act.IsFirst ? await PreviousAsync(act.ObjectId, heads, cancel) : null;
            var (leaf, openings) = LeafWriter.Write(act, previous, now);
            rows.Add(act, leaf, openings, hasHistory);
            if (hasHistory) heads[act.ObjectId] = act.ActId;
        }

        await rows.WriteAsync(db, cancel);
    }

    // Two acts of one commit may be on the same object: the first is then the second's predecessor.
    private async Task<Guid?> PreviousAsync(Guid objectId, Dictionary<Guid, Guid> heads, CancellationToken cancel)
    {
        if (heads.TryGetValue(objectId, out var here)) return here;
        var found = await db.Database.SqlQuery<Guid>($"select act_id as \"Value\" from ledger.act_head where object_id = {objectId} for update").ToListAsync(cancel);
        return found.Count > 0 ? found[0] : null;
    }
}
