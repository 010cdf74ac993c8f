using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// Counts ballots. The database only piles ballots that say the same; what the piles mean is the Domain's
/// <see cref="Tally"/>, the same on the page, in a live update and for the record.
/// </summary>
public sealed class PollReading(ForumDb db)
{
    /// <summary>What everybody may see of these polls now; counts of a poll that hides them are not even read.</summary>
    public async Task<IReadOnlyList<PollView>> ViewAsync(IReadOnlyCollection<Poll> polls, DateTimeOffset now, CancellationToken cancel)
    {
        var tallies = await CountAsync([.. polls.Where(p => p.ShowsResultAt(now))], cancel);
        return [.. polls.Select(p => new PollView(p, p.StateAt(now), tallies.GetValueOrDefault(p.Id)))];
    }

    /// <summary>Counts whatever the poll hides: only for closing it.</summary>
    public async Task<Tally> CountAsync(Poll poll, CancellationToken cancel) => (await CountAsync([poll], cancel))[poll.Id];

    private async Task<IReadOnlyDictionary<long, Tally>> CountAsync(IReadOnlyCollection<Poll> polls, CancellationToken cancel)
    {
        if (polls.Count == 0) return new Dictionary<long, Tally>();
        var ids = polls.Select(p => p.Id).ToArray();
        var piles = await db.Database.SqlQuery<PileRow>($"""
            select poll_id, choices, count(*)::int as ballots from ballot_box.ballot where poll_id = any({ids}) group by poll_id, choices
            """).ToListAsync(cancel);
        var byPoll = piles.ToLookup(p => p.PollId, p => new Pile(p.Choices, p.Ballots));
        return polls.ToDictionary(p => p.Id, p => Tally.Of(p, byPoll[p.Id]));
    }

    private sealed record PileRow(long PollId, Guid[] Choices, int Ballots);
}
