using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Data.Migrations;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Features.Polls;

/// <param name="ActId">The act that recorded it; null when the ballot already said so and nothing was recorded.</param>
public sealed record CastAnswer(VoteEffect Effect, Guid? ActId);

/// <summary>
/// Where a ballot is cast, by page and API alike. One transaction under the poll's row lock; it writes ballot,
/// casting and act, and nothing that names the voter: no submission, no notice, no time finer than the hour.
/// Two sendings of one person are ordered by the lock, and were they not, the ballot's key would refuse the second.
/// The voter is read under that lock and held by a lock that leaves no mark on their row: whoever is suspended while
/// they wait here is refused, and the row cannot tell which ballot was written when.
/// </summary>
public sealed class PollingBooth(ForumDb db, ActRecorder acts, PollCourse course, TimeProvider clock)
{
    /// <summary>For who has the voter before them; how the voter stands is read anew all the same.</summary>
    public Task<Outcome<CastAnswer>> CastAsync(long pollId, Account voter, IReadOnlyCollection<Guid> choices, Guid formKey, CancellationToken cancel) =>
        CastAsync(pollId, voter.Id, choices, formKey, cancel);

    /// <param name="formKey">The same form sent again changes nothing, whatever was cast since.</param>
    public async Task<Outcome<CastAnswer>> CastAsync(
        long pollId, long voterId, IReadOnlyCollection<Guid> choices, Guid formKey, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockPollAsync(pollId, cancel);
        await db.HoldAccountAsync(voterId, cancel);
        var voter = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == voterId, cancel);
        var now = clock.GetUtcNow();
        var poll = await db.Polls.Include(p => p.Consultation).SingleAsync(p => p.Id == pollId, cancel);
        if (poll.MayVote(voter, now).IsRefused(out var refusal)) return await LeaveAsync(refusal, cancel);
        var told = await course.AdvanceAsync(poll, null, now, cancel);
        var key = await db.PollKeys.SingleAsync(k => k.PollId == pollId, cancel);
        var mark = key.MarkOf(voter, formKey);
        if (await db.Castings.AsNoTracking().FirstOrDefaultAsync(c => c.PollId == pollId && c.Mark == mark, cancel) is { } sent)
            return await LeaveAsync(new CastAnswer(VoteEffect.Same, sent.ActId), cancel);
        var previous = await db.Ballots.FindAsync([pollId, key.NullifierOf(voter)], cancel);
        var cast = poll.Cast(voter, key, previous, choices, now);
        if (cast.IsRefused(out refusal)) return await LeaveAsync(refusal, cancel);
        if (cast.Value.Effect == VoteEffect.Same) return await LeaveAsync(new CastAnswer(VoteEffect.Same, null), cancel);

        if (previous is null) db.Add(cast.Value.Ballot);
        var act = new BallotCast(poll, cast.Value);
        db.Add(new Casting(act.ActId, poll.Id, mark));
        try
        {
            await acts.CommitAsync([.. told, act], cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: BallotBoxGuard.BeforeOpening or BallotBoxGuard.AfterClose } late)
        {
            // The database's clock decides where it and the program's differ.
            return await LeaveAsync(late.SqlState == BallotBoxGuard.AfterClose ? PollRefusals.Closed : PollRefusals.NotOpenYet, cancel);
        }

        return new CastAnswer(cast.Value.Effect, act.ActId);
    }

    private async Task<Outcome<CastAnswer>> LeaveAsync(Outcome<CastAnswer> answer, CancellationToken cancel)
    {
        await db.Database.RollbackTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        return answer;
    }
}
