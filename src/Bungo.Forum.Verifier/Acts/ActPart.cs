using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>The acts of one part with their commitments, in memory while what names them or opens them is held against them.</summary>
internal sealed class ActPart
{
    private readonly Dictionary<Guid, int> _byId = [];
    private readonly List<ActRow> _acts = [];
    private readonly List<int> _first = [0];
    private readonly CommitmentRow[] _commitments;
    private readonly CommitmentState[] _states;
    private readonly bool[] _isErased;
    private readonly Fingerprint _fingerprint;
    private readonly bool _isWhole;

    public ActPart(ActStore store, int part, bool isWhole)
    {
        _isWhole = isWhole;
        _fingerprint = store.Fingerprint;
        foreach (var act in store.Acts.Read(part))
        {
            if (!_byId.TryAdd(act.Id, _acts.Count)) Tell(Phase.Log, act.Record, VerifyFault.ActRepeated, Record(_byId[act.Id]), ActId.From(act.Id).ToString());
            _acts.Add(act);
            _first.Add(_first[^1] + act.Commitments);
        }

        _commitments = [.. store.Commitments.Read(part)];
        (_states, _isErased) = (new CommitmentState[_commitments.Length], new bool[_commitments.Length]);
        foreach (var reference in store.References.Read(part)) Refer(reference);
    }

    public List<(Phase Phase, int Order, Finding Finding)> Faults { get; } = [];

    /// <summary>The acts; those that stand a second time left out.</summary>
    public IEnumerable<int> Rows => _byId.Values;

    public int Repeated => _acts.Count - _byId.Count;

    public ActRow this[int row] => _acts[row];

    public bool TryFind(Guid act, out int row) => _byId.TryGetValue(act, out row);

    public long Record(int row) => _acts[row].Record;

    public ActKind Kind(int row) => ActStore.Kinds[_acts[row].Kind];

    /// <summary>The places of an act's commitments with their labels.</summary>
    public IEnumerable<(int At, string Label)> Commitments(int row)
    {
        for (var at = _first[row]; at < _first[row + 1]; at++) yield return (at, Kind(row).Committed[_commitments[at].Label].Name);
    }

    /// <summary>The place of one of an act's commitments, or -1.</summary>
    public int Find(int row, string label)
    {
        var kind = Kind(row);
        for (var at = _first[row]; at < _first[row + 1]; at++)
            if (kind.Committed[_commitments[at].Label].Name == label) return at;
        return -1;
    }

    public ref CommitmentState State(int at) => ref _states[at];

    public bool IsErased(int at) => _isErased[at];

    /// <summary>Whether the opening gives the commitment at this place.</summary>
    public bool Holds(int row, int at, OpeningRecord opening) =>
        _commitments[at].Fingerprint == _fingerprint.Of(Commitment.To(Kind(row).Name, opening.Label, ActId.From(opening.Act), opening.Salt, opening.Content));

    /// <param name="at">The record, whose file is known only to who reads the log.</param>
    public void Tell(Phase phase, long at, VerifyFault fault, long? other, string subject) => Faults.Add((phase, 0, new("", at, fault, other, subject)));

    private void Refer(ReferenceRow reference)
    {
        var isEarlier = TryFind(reference.Named, out var row) && Record(row) < reference.By;
        var named = ActId.From(reference.Named).ToString();
        if (reference.What is Reference.Numbers or Reference.Versions)
        {
            var fault = reference.What == Reference.Numbers ? VerifyFault.PostNumberGap : VerifyFault.VersionDiffers;
            if (!isEarlier) Tell(Phase.Log, reference.By, fault, null, named);
        }
        else if (reference.What == Reference.Precedes)
        {
            if (!isEarlier) Tell(Phase.Log, reference.By, VerifyFault.PreviousUnknown, null, named);
            else if (_acts[row].ActedOn != reference.ActedOn) Tell(Phase.Log, reference.By, VerifyFault.PreviousOfAnotherObject, Record(row), named);
            else Tell(Phase.Log, reference.By, VerifyFault.PreviousOvertaken, reference.Newest, named);
        }
        else if (isEarlier && Find(row, reference.Label.ToString()) is >= 0 and var at)
        {
            _isErased[at] = true;
        }
        else if (_isWhole || isEarlier)
        {
            Tell(Phase.Log, reference.By, VerifyFault.ErasureOfNothing, null, $"{named}/{reference.Label}");
        }
    }
}
