using System.Runtime.InteropServices;
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
/// of a few tables rather than objects, some 150 bytes an act, so that a million acts fit into a small machine.
/// </summary>
internal sealed class ActTable
{
    private static readonly List<ActKind> Kinds = [.. ActKinds.All];
    private static readonly Dictionary<ActKind, byte> KindNumbers = Kinds.Select((kind, i) => (kind, i)).ToDictionary(k => k.kind, k => (byte)k.i);

    private readonly Dictionary<ActId, int> _rows = [];
    private readonly List<Row> _acts = [];
    private readonly List<Commitment> _commitments = [];
    private readonly List<byte> _labels = [];
    private readonly List<CommitmentState> _states = [];

    public int Count => _acts.Count;

    public long Commitments => _commitments.Count;

    /// <summary>The number of an act in this table, which is not its number in the log: unreadable records have none.</summary>
    public bool TryFind(ActId act, out int row) => _rows.TryGetValue(act, out row);

    public int Add(long record, Leaf leaf)
    {
        var row = _acts.Count;
        _rows.Add(leaf.Id, row);
        _acts.Add(new(leaf.ActedOn, leaf.Id, record, _commitments.Count, KindNumbers[leaf.Kind]));
        for (var i = 0; i < leaf.Kind.Committed.Count; i++)
        {
            if (!leaf.Commitments.TryGetValue(leaf.Kind.Committed[i].Name, out var commitment)) continue;
            _commitments.Add(commitment);
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
        var end = row + 1 < _acts.Count ? _acts[row + 1].FirstCommitment : _commitments.Count;
        for (var at = _acts[row].FirstCommitment; at < end; at++)
            if (kind.Committed[_labels[at]].Name == label) return at;
        return -1;
    }

    public Commitment Commitment(int at) => _commitments[at];

    public ref CommitmentState State(int at) => ref CollectionsMarshal.AsSpan(_states)[at];

    /// <summary>All commitments with the act they belong to, in the order of the log.</summary>
    public IEnumerable<(int Row, int At, string Label)> All()
    {
        for (var row = 0; row < _acts.Count; row++)
        {
            var kind = Kind(row);
            var end = row + 1 < _acts.Count ? _acts[row + 1].FirstCommitment : _commitments.Count;
            for (var at = _acts[row].FirstCommitment; at < end; at++) yield return (row, at, kind.Committed[_labels[at]].Name);
        }
    }

    private readonly record struct Row(ObjectId ActedOn, ActId Id, long Record, int FirstCommitment, byte Kind);
}
