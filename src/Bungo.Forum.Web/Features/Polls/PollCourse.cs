using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// Puts on record what clock or official did to a poll: that it opened, that it closed with this result. The job
/// asks every minute; whoever votes first or closes a poll asks too, because no ballot may stand in the ledger
/// before the opening it belongs to.
///
/// The closing's transaction counts, tells, unseals what the ballots' acts committed to, and destroys the poll's
/// key. A crash before its commit leaves the poll as it was, for the job to find a minute later; the clock had
/// already ended the voting.
/// </summary>
public sealed class PollCourse(ForumDb db, PollReading reading)
{
    private static readonly Role[] Participants = [.. Enum.GetValues<Role>().Where(r => r.Allows(Permission.Participate))];

    /// <param name="poll">Read under its row's lock, with its consultation.</param>
    /// <param name="closedBy">Who just ended it early; null when nobody did.</param>
    /// <returns>Acts to commit in the same transaction; none when nothing is due.</returns>
    public async Task<List<Act>> AdvanceAsync(Poll poll, Account? closedBy, DateTimeOffset now, CancellationToken cancel)
    {
        var acts = new List<Act>();
        if (poll.IsOpeningDue(now) && poll.RecordOpening(await CountEligibleAsync(poll, cancel), now)) acts.Add(new PollOpened(poll));
        if (!poll.RecordClosing(now)) return acts;

        acts.Add(new PollClosed(poll, closedBy));
        acts.Add(new PollCounted(poll, await reading.CountAsync(poll, cancel)));
        await db.Database.ExecuteSqlAsync($"""
            update ledger.opening o set state = {nameof(OpeningState.Open)}
            from ballot_box.casting c where c.poll_id = {poll.Id} and o.act_id = c.act_id and o.state = {nameof(OpeningState.Sealed)}
            """, cancel);
        await db.PollKeys.Where(k => k.PollId == poll.Id).ExecuteDeleteAsync(cancel);
        return acts;
    }

    private Task<int> CountEligibleAsync(Poll poll, CancellationToken cancel) => db.Accounts.CountAsync(
        a => Participants.Contains(a.Role) && a.DeletedAt == null && (poll.Electorate == Electorate.Members || a.VerifiedAt != null), cancel);
}
