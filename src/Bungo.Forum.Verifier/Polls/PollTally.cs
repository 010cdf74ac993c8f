using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Spilling;

namespace Bungo.Forum.Verifier.Polls;

/// <summary>Counts ballots: of each voter of a poll the last in the log. A voter's ballots lie together in one part.</summary>
internal sealed class PollTally(ActStore store)
{
    private readonly Spill<BallotRow> _ballots = store.Of<BallotRow>();
    private readonly Dictionary<int, (long All, long Erased)> _counts = [];

    public void Add(BallotBox box)
    {
        foreach (var row in box.Ballots) _ballots.Add(row.Voter, row);
        foreach (var (poll, count) in box.Counts)
        {
            var had = _counts.GetValueOrDefault(poll);
            _counts[poll] = (had.All + count.All, had.Erased + count.Erased);
        }
    }

    public bool IsErased(RecordedPoll poll) => _counts.GetValueOrDefault(poll.Number) is { All: > 0 } count && count.Erased == count.All;

    /// <returns>By poll the votes for each of its options and how many voted.</returns>
    public Dictionary<int, (long[] Votes, long Voters)> Count(IReadOnlyList<RecordedPoll> polls)
    {
        var results = polls.Where(p => p.IsPublished).ToDictionary(p => p.Number, p => (Votes: new long[p.Options.Count], Voters: 0L));
        for (var part = 0; part < Partitions.Count; part++)
        {
            var last = new Dictionary<Guid, BallotRow>();
            foreach (var row in _ballots.Read(part))
                if (!last.TryGetValue(row.Voter, out var had) || had.Record < row.Record) last[row.Voter] = row;
            foreach (var ballot in last.Values)
            {
                var (votes, voters) = results[ballot.Poll];
                for (var option = 0; option < votes.Length; option++)
                    if (ballot.Choices.Has(option)) votes[option]++;
                results[ballot.Poll] = (votes, voters + 1);
            }
        }

        return results;
    }
}
