using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Acts;

internal enum CommitmentState : byte
{
    Unopened,
    Matching,
    Mismatching,
    Restricted,
    Sealed,
    Destroyed,
}

/// <summary>
/// What is kept of each act once its record has been read: what later acts and openings are held against. In rows
/// of a few tables rather than objects, some 75 bytes an act, so that a million acts fit into a small machine.
/// </summary>
internal sealed class ActTable
{
    private static readonly List<ActKind> Kinds = [.. ActKinds.All];
    private static readonly Dictionary<ActKind, byte> KindNumbers = Kinds.Select((kind, i) => (kind, i)).ToDictionary(k => k.kind, k => (byte)k.i);

    private readonly Fingerprint _fingerprint = new();
    private readonly RowIndex<ActId> _byId;
    private readonly RowIndex<ObjectId> _newestOf;
    private readonly RowList<Row> _acts = new();
    private readonly RowList<ulong> _commitments = new();
    private readonly RowList<byte> _labels = new();
    private readonly RowList<CommitmentState> _states = new();

    public ActTable() => (_byId, _newestOf) = (new(row => _acts[row].Id), new(row => _acts[row].ActedOn));

    public int Count => _acts.Count;

    public long Commitments => _commitments.Count;

    /// <summary>The number of an act in this table, which is not its number in the log: unreadable records have none.</summary>
    public bool TryFind(ActId act, out int row) => _byId.TryFind(act, out row);

    /// <summary>The newest act on an object.</summary>
    public bool TryFindNewest(ObjectId acted, out int row) => _newestOf.TryFind(acted, out row);

    public int Add(long record, Leaf leaf)
    {
        var row = _acts.Count;
        _acts.Add(new(leaf.ActedOn, leaf.Id, checked((uint)record), _commitments.Count, KindNumbers[leaf.Kind]));
        _byId.Set(leaf.Id, row);
        _newestOf.Set(leaf.ActedOn, row);
        for (var i = 0; i < leaf.Kind.Committed.Count; i++)
        {
            if (!leaf.Commitments.TryGetValue(leaf.Kind.Committed[i].Name, out var commitment)) continue;
            _commitments.Add(_fingerprint.Of(commitment));
            _labels.Add((byte)i);
            _states.Add(CommitmentState.Unopened);
        }

        return row;
    }

    public long Record(int row) => _acts[row].Record;

    public ActId Id(int row) => _acts[row].Id;

    public ObjectId ActedOn(int row) => _acts[row].ActedOn;

    public ActKind Kind(int row) => Kinds[_acts[row].Kind];

    /// <summary>The place of one of an act's commitments, or -1.</summary>
    public int Find(int row, string label)
    {
        var kind = Kind(row);
        for (var at = _acts[row].FirstCommitment; at < EndOf(row); at++)
            if (kind.Committed[_labels[at]].Name == label) return at;
        return -1;
    }

    /// <summary>Whether the opening gives the commitment at this place.</summary>
    public bool Holds(int row, int at, Opening opening) =>
        _commitments[at] == _fingerprint.Of(Commitment.To(Kind(row).Name, opening.Label, opening.Act, opening.Salt.Span, opening.Content.Span));

    public ref CommitmentState State(int at) => ref _states[at];

    /// <summary>All commitments with the act they belong to, in the order of the log.</summary>
    public IEnumerable<(int Row, int At, string Label)> All()
    {
        for (var row = 0; row < _acts.Count; row++)
        {
            var kind = Kind(row);
            for (var at = _acts[row].FirstCommitment; at < EndOf(row); at++) yield return (row, at, kind.Committed[_labels[at]].Name);
        }
    }

    private int EndOf(int row) => row + 1 < _acts.Count ? _acts[row + 1].FirstCommitment : _commitments.Count;

    // The widest first: 41 bytes become 44, and not 48.
    private readonly record struct Row(ObjectId ActedOn, ActId Id, uint Record, int FirstCommitment, byte Kind);
}
