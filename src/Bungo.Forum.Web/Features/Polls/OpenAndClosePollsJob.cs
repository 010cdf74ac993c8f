using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// Records openings and closings that the clock brought. Each poll under its row lock and in a transaction of its
/// own, so two servers may run it at once, and one poll in trouble does not keep the others open on paper.
/// </summary>
public sealed class OpenAndClosePollsJob(ForumDb db, PollDesk desk, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Polls
            .Where(p => p.ClosingRecordedAt == null && p.OpensAt <= now && (p.OpeningRecordedAt == null || p.ClosesAt <= now))
            .OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel);
        var failures = new List<Exception>();
        foreach (var id in due)
        {
            try
            {
                await desk.AdvanceAsync(id, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add(e);
            }

            db.ChangeTracker.Clear();
        }

        if (failures.Count > 0) throw new AggregateException("Not every poll could be opened or closed on record.", failures);
    }
}
