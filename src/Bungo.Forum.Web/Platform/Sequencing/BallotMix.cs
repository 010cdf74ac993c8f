using System.Security.Cryptography;
using Bungo.Forum.Ledger;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>An act as it waits; <paramref name="Voter"/> is a ballot's nullifier, and null for all else.</summary>
public sealed record WaitingAct(long Number, Leaf Leaf, DateTimeOffset RecordedAt, string? Voter = null)
{
    public const string Ballot = "suara.beri";
    private const string Closing = "jajak.tutup";

    public bool IsBallot => Leaf.Kind.Name == Ballot;

    /// <summary>The poll that a ballot is cast in, or that an act closes.</summary>
    public string? Poll => IsBallot ? ((CanonicalText)Leaf.Clear.Members.Single(m => m.Key == "jajak").Value).Value : Leaf.Kind.Name == Closing ? Leaf.ActedOn.ToString() : null;
}

/// <summary>
/// Ballots do not enter the ledger one by one as they are cast: in a village one at a time would tell whose it is. They
/// wait until twenty of their poll are there and the oldest has waited five minutes, an hour at most, and enter in
/// shuffled order; only two of one voter keep theirs, for the last one counts. Before the poll's closing all enter.
///
/// A waiting ballot's row tells only its hour, so what it waited is counted from when it was first seen here; and as
/// that is forgotten with the process, two hours behind its hour is the end in any case.
/// </summary>
public sealed class BallotMix
{
    private const int Enough = 20;
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Most = TimeSpan.FromHours(1);
    private static readonly TimeSpan LatestBehindItsHour = TimeSpan.FromHours(2);

    private Dictionary<long, DateTimeOffset> _seen = [];

    /// <summary>The order in which acts enter now; ballots that are not in it go on waiting.</summary>
    /// <param name="acts">All other acts, by number.</param>
    /// <param name="ballots">All waiting ballots, by number.</param>
    /// <param name="isAll">Nothing but these acts waits, so that ballots behind the last of them may enter too.</param>
    public List<WaitingAct> Order(IReadOnlyList<WaitingAct> acts, IReadOnlyList<WaitingAct> ballots, bool isAll, DateTimeOffset now)
    {
        _seen = ballots.ToDictionary(b => b.Number, b => _seen.GetValueOrDefault(b.Number, now));
        var polls = ballots.GroupBy(b => b.Poll!).ToDictionary(g => g.Key, g => g.ToList());
        var order = new List<WaitingAct>(acts.Count);
        foreach (var act in acts)
        {
            // Acts that waited for the sequencer are walked through in their own time.
            foreach (var (poll, queue) in polls)
                if (act.Poll == poll || act.RecordedAt - queue[0].RecordedAt >= LatestBehindItsHour) Release(queue, b => b.Number < act.Number);
            foreach (var (poll, _) in polls.Where(p => p.Value.Count == 0).ToList()) polls.Remove(poll);
            order.Add(act);
        }

        if (isAll)
            foreach (var queue in polls.Values.Where(queue => IsDue(queue, now))) Release(queue, _ => true);
        return order;

        void Release(List<WaitingAct> queue, Predicate<WaitingAct> which)
        {
            order.AddRange(Shuffle(queue.FindAll(which)));
            queue.RemoveAll(which);
        }
    }

    private bool IsDue(List<WaitingAct> queue, DateTimeOffset now)
    {
        var waited = now - queue.Min(b => _seen[b.Number]);
        return waited >= Most || (queue.Count >= Enough && waited >= Least) || now - queue[0].RecordedAt >= LatestBehindItsHour;
    }

    private static WaitingAct[] Shuffle(List<WaitingAct> ballots)
    {
        var shuffled = ballots.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        var ofVoter = ballots.GroupBy(b => b.Voter ?? $"act {b.Number}").ToDictionary(g => g.Key, g => new Queue<WaitingAct>(g));
        return [.. shuffled.Select(b => ofVoter[b.Voter ?? $"act {b.Number}"].Dequeue())];
    }
}
