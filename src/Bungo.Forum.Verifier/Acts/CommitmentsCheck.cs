using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Polls;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Reports;
using Bungo.Forum.Verifier.Spilling;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// Every commitment has a word said for it: an opening that opens it, or why there is none. Destroyed needs an
/// erasure in the log; what has neither is <see cref="VerifyFault.LostWithoutRecord"/>, the fault that an operator makes
/// who lets an uncomfortable text disappear. Nor is restricted taken from the package at its word: but for the names of
/// persons that are withheld by their nature, a decision in the log must have hidden the object and must still stand, or
/// its author must have taken it back.
/// </summary>
internal sealed class CommitmentsCheck(ActsCheck acts, FindingList findings)
{
    private const int MostKept = 1000;

    private readonly ActStore _store = acts.Store;
    private readonly long[] _counts = new long[Enum.GetValues<CommitmentVerdict>().Length];
    private readonly PriorityQueue<string, long> _unlisted = new();

    /// <summary>Acts that stand once.</summary>
    public long Acts { get; private set; }

    /// <summary>Looks at the acts by their ids alone: a log at the site's address comes without what opens it.</summary>
    public void RunWithoutOpenings()
    {
        foreach (var part in Ahead.OfLarge(Parts(), part => new ActPart(_store, part, acts.IsWhole))) Take(part);
    }

    public CommitmentCounts Run(PollTally tally, AuthorCounts authors)
    {
        foreach (var part in Ahead.OfLarge(Parts(), part => new PartVerdict(acts, part)))
        {
            Take(part.Acts);
            for (var i = 0; i < _counts.Length; i++) _counts[i] += part.Counts[i];
            foreach (var row in part.Restricted) _store.Restricted.Add(row.ActedOn, row);
            foreach (var (record, place) in part.Unlisted) Keep(record, place);
            tally.Add(part.Ballots);
            authors.Add(part.Authors, part.AuthorsUnknown);
        }

        CheckRestricted();
        var excess = Math.Max(0, Count(CommitmentVerdict.Unlisted) - acts.UnlistedErasures);
        TellUnlisted(excess);
        return new(
            _counts.Sum(), Count(CommitmentVerdict.Matching), Count(CommitmentVerdict.Restricted), Count(CommitmentVerdict.Sealed),
            Count(CommitmentVerdict.Erased) + Count(CommitmentVerdict.Unlisted) - excess, Count(CommitmentVerdict.Lost) + excess, Count(CommitmentVerdict.Mismatching));
    }

    private IEnumerable<int> Parts() =>
        Enumerable.Range(0, Partitions.Count).Where(part => !_store.Acts.IsEmpty(part) || !_store.Openings.IsEmpty(part) || !_store.States.IsEmpty(part) || !_store.References.IsEmpty(part));

    private long Count(CommitmentVerdict verdict) => _counts[(int)verdict];

    private void Take(ActPart part)
    {
        Acts += part.Rows.Count();
        foreach (var (phase, order, finding) in part.Faults)
            findings.Add(finding.File.Length > 0 ? finding : finding with { File = acts.FileOf(finding.At!.Value) }, phase, order);
    }

    private void CheckRestricted()
    {
        for (var part = 0; part < Partitions.Count; part++)
        {
            if (_store.Restricted.IsEmpty(part)) continue;
            var notShown = _store.NotShown.Read(part).ToHashSet();
            foreach (var row in _store.Restricted.Read(part))
            {
                if (!notShown.Contains(row.ActedOn))
                    findings.Add(new(acts.FileOf(row.Record), row.Record, VerifyFault.RestrictedUnfounded, Subject: $"{ActId.From(row.Act)}/{row.Label}"), Phase.Verdicts);
            }
        }
    }

    // Which of them are the lost ones nobody can tell; the last are named.
    private void Keep(long record, string place)
    {
        _unlisted.Enqueue(place, record);
        if (_unlisted.Count > MostKept) _unlisted.Dequeue();
    }

    private void TellUnlisted(long excess)
    {
        var told = Math.Min(excess, _unlisted.Count);
        while (_unlisted.Count > told) _unlisted.Dequeue();
        while (_unlisted.TryDequeue(out var place, out var record)) findings.Add(new(acts.FileOf(record), record, VerifyFault.LostWithoutRecord, Subject: place), Phase.Verdicts);
        findings.AddUntold(excess - told);
    }
}
