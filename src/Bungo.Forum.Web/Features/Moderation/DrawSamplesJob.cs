using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// Draws the sample of each month that is over, once the ledger holds the first entry of the next (DRAWING.md in the
/// Domain). It only carries out what the ledger says already: run late, or again on a lost database, it draws the same.
/// </summary>
public sealed class DrawSamplesJob(ForumDb db, TimeProvider clock) : IJob
{
    private static readonly string[] Kinds = ["mod.putus", "mod.pulih"];

    public async Task RunAsync(CancellationToken cancel)
    {
        if (await NextMonthAsync(cancel) is not { } month) return;
        for (var now = clock.GetUtcNow(); month.Until <= now; month = month.Next)
            if (!await DrawAsync(month, cancel)) return;
    }

    /// <returns>The month after the last drawn; before any was, that of the first decision; null while there is none.</returns>
    private async Task<Period?> NextMonthAsync(CancellationToken cancel)
    {
        if (await db.ReviewSamples.MaxAsync(s => (string?)s.Month, cancel) is { } last) return Period.Parse(last).Value.Next;
        var first = await db.LogEntries.Where(e => Kinds.Contains(e.Kind)).OrderBy(e => e.Index).Select(e => (DateTimeOffset?)e.RecordedAt).FirstOrDefaultAsync(cancel);
        return first is { } at ? Period.Containing(at, PeriodKind.Month) : null;
    }

    /// <returns>False while the ledger has not come to the month's end.</returns>
    private async Task<bool> DrawAsync(Period month, CancellationToken cancel)
    {
        if (await BoundaryAsync(month.Until, cancel) is not { } end) return false;
        var begin = await BoundaryAsync(month.From, cancel) ?? end;
        var population = await DecisionsAsync(begin, end, cancel);
        var seed = await RootAsync(end + 1, cancel);
        var drawn = SampleDraw.Draw(month.ToString(), seed, population.Keys);
        var acts = drawn.Select(act => population[act]).ToList();
        var decisions = await db.Decisions.Where(d => acts.Contains(d.ActId)).ToDictionaryAsync(d => d.ActId, cancel);
        db.Add(new ReviewSample(month, end + 1, seed, population.Count, acts.Select(act => decisions[act]), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The first entry that is not earlier.</summary>
    private Task<long?> BoundaryAsync(DateTimeOffset at, CancellationToken cancel) =>
        db.LogEntries.Where(e => e.RecordedAt >= at).MinAsync(e => (long?)e.Index, cancel);

    private async Task<Dictionary<string, Guid>> DecisionsAsync(long begin, long end, CancellationToken cancel)
    {
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var entries = db.LogEntries.AsNoTracking().Where(e => e.Index >= begin && e.Index < end && Kinds.Contains(e.Kind)).OrderBy(e => e.Index);
        await foreach (var entry in entries.Select(e => new { e.ActId, e.Leaf }).AsAsyncEnumerable().WithCancellation(cancel))
            if (Leaf.Parse(entry.Leaf).By == ActRole.Moderator) found[LedgerId.Of(entry.ActId)] = entry.ActId;
        return found;
    }

    // From the first leaf on: a million are a second's work, once a month, and no partial tile of that size need have been kept.
    private async Task<string> RootAsync(long size, CancellationToken cancel)
    {
        var tree = new TreeEdge();
        var hashes = db.LogEntries.AsNoTracking().Where(e => e.Index < size).OrderBy(e => e.Index).Select(e => e.LeafHash);
        await foreach (var hash in hashes.AsAsyncEnumerable().WithCancellation(cancel)) tree.Append(new TreeHash(hash));
        return tree.Root().ToBase64();
    }
}
