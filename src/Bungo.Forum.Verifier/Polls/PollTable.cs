using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Acts;

namespace Bungo.Forum.Verifier.Polls;

/// <summary>What the log says of one poll. Its ballots are looked at where all acts are, and not kept here.</summary>
internal sealed class RecordedPoll(ObjectId id, int number)
{
    public ObjectId Id { get; } = id;
    public int Number { get; } = number;
    public long? Opened { get; set; }
    public long? Closed { get; set; }
    public long? Counted { get; set; }

    public IReadOnlyList<string> Options { get; set; } = [];
    public bool IsOneChoice { get; set; }
    public long? MostChoices { get; set; }
    public string? Rule { get; set; }

    /// <summary>When it was planned to end.</summary>
    public DateTimeOffset? Ends { get; set; }

    /// <summary>How many voted, as the close tells it.</summary>
    public long? ClosedBallots { get; set; }
    public IReadOnlyList<long> Counts { get; set; } = [];
    public IReadOnlyList<string> CountedOptions { get; set; } = [];
    public long Voters { get; set; }
    public DocumentDigest? BallotFile { get; set; }

    /// <summary>Whether the package holds the file of its ballots.</summary>
    public bool IsPublished { get; set; }
}

/// <summary>The polls of a log, as their acts tell of them.</summary>
internal sealed class PollTable
{
    public const string BallotKind = "suara.beri";

    private readonly List<RecordedPoll> _polls = [];
    private readonly Dictionary<ObjectId, RecordedPoll> _byId = [];

    public IReadOnlyList<RecordedPoll> All => _polls;

    /// <returns>Not null for a ballot outside the time of voting, with the record that bounds it where there is one.</returns>
    public (long? Other, bool IsOutside)? Add(long record, Leaf leaf)
    {
        switch (leaf.Kind.Name)
        {
            case BallotKind:
                var poll = Of(PollOf(leaf));
                return poll.Opened is null || poll.Closed is not null ? (poll.Closed, true) : null;
            case "jajak.buka":
                var opened = Of(leaf.ActedOn);
                opened.Opened ??= record;
                opened.Options = leaf.Texts("pilihan");
                opened.IsOneChoice = leaf.Text("aturan") == "satu-pilihan";
                opened.MostChoices = leaf.Count("maks");
                (opened.Rule, opened.Ends) = (leaf.Text("aturan"), leaf.Time("selesai"));
                return null;
            case "jajak.tutup":
                var closed = Of(leaf.ActedOn);
                (closed.Closed, closed.ClosedBallots) = (closed.Closed ?? record, closed.ClosedBallots ?? leaf.Count("suara"));
                return null;
            case "jajak.hasil":
                var counted = Of(leaf.ActedOn);
                counted.Counted ??= record;
                (counted.CountedOptions, counted.Counts) = (leaf.Texts("pilihan"), leaf.Counts("hitung"));
                counted.Voters = leaf.Count("pemilih") ?? 0;
                counted.BallotFile = leaf.Documents.GetValueOrDefault("suara");
                return null;
            default:
                return null;
        }
    }

    /// <summary>What is out of order or time in an act on a poll, as the label that shows it; asked before the act is added.</summary>
    public string? FaultOf(Leaf leaf)
    {
        if (!leaf.Kind.Name.StartsWith("jajak.", StringComparison.Ordinal)) return null;
        var poll = Of(leaf.ActedOn);
        switch (leaf.Kind.Name)
        {
            case "jajak.buka":
                if (leaf.Time("mulai") is { } begins && (leaf.At < begins || leaf.Time("selesai") <= begins)) return "mulai";
                return poll.Opened is null ? null : "jajak.buka";
            case "jajak.tutup":
                if (poll.Closed is not null) return "jajak.tutup";
                return leaf.At < poll.Ends && leaf.Flag("dini") == false ? "selesai" : null;
            default:
                if (poll.Closed is null || poll.Counted is not null) return "jajak.hasil";
                return poll.Rule is { } rule && rule != leaf.Text("aturan") ? "aturan" : null;
        }
    }

    /// <summary>Of a ballot the number of its poll, else -1.</summary>
    public int NumberOf(Leaf leaf) => leaf.Kind.Name == BallotKind ? Of(PollOf(leaf)).Number : -1;

    private static ObjectId PollOf(Leaf ballot) => ObjectId.From(ballot.Id("jajak")!.Value);

    private RecordedPoll Of(ObjectId id)
    {
        if (_byId.TryGetValue(id, out var poll)) return poll;
        poll = new(id, _polls.Count);
        _polls.Add(poll);
        return _byId[id] = poll;
    }
}
