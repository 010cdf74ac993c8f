using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// Where officials schedule, reword and close polls, by page and API alike. A poll is born with its key; one that
/// opens at once is opened on record in the same transaction.
/// </summary>
public sealed class PollDesk(ForumDb db, ActRecorder acts, PollCourse course, TimeProvider clock)
{
    /// <param name="remember">Adds what makes the caller's form count once, before the commit.</param>
    public async Task<Outcome<Poll>> ScheduleAsync(Account by, PollPlan plan, PollSubject subject, Action<Poll, DateTimeOffset> remember, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var scheduled = Poll.Schedule(by, plan, subject, now);
        if (scheduled.IsRefused(out var refusal)) return refusal;
        var poll = scheduled.Value;
        db.Add(poll);
        db.Add(PollKey.Draw(poll));
        remember(poll, now);
        var told = await course.AdvanceAsync(poll, null, now, cancel);
        await acts.CommitAsync([new PollPlanned(poll), .. told], cancel);
        return poll;
    }

    public async Task<Outcome<Poll>> RewordAsync(Account by, Poll poll, PollPlan plan, PollSubject subject, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var formerly = poll.ConsultationId;
        if (poll.Reword(by, plan, subject, now).IsRefused(out var refusal)) return refusal;
        var told = await course.AdvanceAsync(poll, null, now, cancel);
        await acts.CommitAsync([new PollPlanned(poll, formerly), .. told], cancel);
        return poll;
    }

    public async Task<Outcome<Closure>> CloseAsync(Account by, Poll poll, string? reason, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var closed = poll.Close(by, reason, now);
        if (closed.IsRefused(out _)) return closed;
        await acts.CommitAsync(await course.AdvanceAsync(poll, by, now, cancel), cancel);
        return closed;
    }

    /// <summary>Records what the clock brought to one poll, in a transaction of its own.</summary>
    public async Task AdvanceAsync(long id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await TakeAsync(id, cancel) is not { } poll) return;
        if (await course.AdvanceAsync(poll, null, clock.GetUtcNow(), cancel) is { Count: > 0 } told) await acts.CommitAsync(told, cancel);
    }

    /// <summary>The poll under its row's lock, in a transaction the desk's verbs commit; null when there is none.</summary>
    public async Task<Poll?> TakeAsync(long id, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockPollAsync(id, cancel);
        return await db.Polls.Include(p => p.Consultation).FirstOrDefaultAsync(p => p.Id == id, cancel);
    }
}
