using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Polls;

/// <summary>What the log says of one poll.</summary>
internal sealed class RecordedPoll
{
    public long? Opened { get; set; }
    public long? Closed { get; set; }
    public long? Counted { get; set; }

    /// <summary>The ballots' rows, in the order of the log and therefore ascending.</summary>
    public List<int> Ballots { get; } = [];

    public IReadOnlyList<string> Options { get; set; } = [];
    public bool IsOneChoice { get; set; }
    public long? MostChoices { get; set; }
    public IReadOnlyList<long> Counts { get; set; } = [];
    public IReadOnlyList<string> CountedOptions { get; set; } = [];
    public long Voters { get; set; }
    public DocumentDigest? BallotFile { get; set; }
}

/// <summary>The polls of a log, as their acts tell of them.</summary>
internal sealed class PollTable
{
    public const string BallotKind = "suara.beri";

    private readonly Dictionary<ObjectId, RecordedPoll> _polls = [];

    public IEnumerable<KeyValuePair<ObjectId, RecordedPoll>> All => _polls;

    public void Add(int row, long record, Leaf leaf)
    {
        switch (leaf.Kind.Name)
        {
            case BallotKind:
                Of(ObjectId.Parse(Text(leaf, "jajak"))).Ballots.Add(row);
                break;
            case "jajak.buka":
                var opened = Of(leaf.ActedOn);
                opened.Opened ??= record;
                opened.Options = Texts(leaf, "pilihan");
                opened.IsOneChoice = Text(leaf, "aturan") == "satu-pilihan";
                opened.MostChoices = Count(leaf, "maks");
                break;
            case "jajak.tutup":
                Of(leaf.ActedOn).Closed ??= record;
                break;
            case "jajak.hasil":
                var counted = Of(leaf.ActedOn);
                counted.Counted ??= record;
                counted.CountedOptions = Texts(leaf, "pilihan");
                counted.Counts = [.. ((CanonicalArray)Value(leaf, "hitung")!).Select(c => ((CanonicalInteger)c).Value)];
                counted.Voters = Count(leaf, "pemilih") ?? 0;
                counted.BallotFile = leaf.Documents.GetValueOrDefault("suara");
                break;
        }
    }

    /// <summary>Ballots may stay sealed until their poll is counted, nothing else and no longer.</summary>
    public bool MayBeSealed(int row) => _polls.Values.Any(poll => poll.Counted is null && poll.Ballots.BinarySearch(row) >= 0);

    private RecordedPoll Of(ObjectId poll) => _polls.TryGetValue(poll, out var had) ? had : _polls[poll] = new();

    private static CanonicalValue? Value(Leaf leaf, string label) => leaf.Clear.TryGet(label, out var value) ? value : null;

    private static string Text(Leaf leaf, string label) => ((CanonicalText)Value(leaf, label)!).Value;

    private static long? Count(Leaf leaf, string label) => Value(leaf, label) is CanonicalInteger count ? count.Value : null;

    private static IReadOnlyList<string> Texts(Leaf leaf, string label) => [.. ((CanonicalArray)Value(leaf, label)!).Select(t => ((CanonicalText)t).Value)];
}
