using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Reports;
using Bungo.Forum.Verifier.Spilling;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// The acts by their objects: each object's acts form one chain that only points back, and whatever takes a decision back,
/// appeals or rules on it comes after it. What is hidden or taken back at the end is set aside for the commitments, and
/// when posts could be read for the reports.
/// </summary>
internal sealed class ObjectsCheck(ActsCheck acts, Action<Finding> report)
{
    private readonly ActStore _store = acts.Store;

    public InputCounts Run()
    {
        var inputs = new InputCounts(_store, acts.Reports);
        var parts = Enumerable.Range(0, Partitions.Count).Where(part => !_store.Objects.IsEmpty(part));
        foreach (var part in Ahead.Of(parts, part => ObjectPart.Of(_store.Objects.Read(part))))
        {
            foreach (var (record, fault, other, subject) in part.Faults) report(new(acts.FileOf(record), record, fault, other, subject));
            // Whether it names nothing, another object's act or an older one of this object's, only the act's own row tells.
            foreach (var suspect in part.Suspects) _store.References.Add(suspect.Named, suspect);
            foreach (var (id, acted) in part.Objects)
            {
                if (acted.IsNotShown) _store.NotShown.Add(id, id);
                inputs.Add(id, acted);
            }
        }

        return inputs;
    }
}

/// <summary>What the log tells of one object, up to the record that was read last.</summary>
internal sealed class ObjectHistory
{
    private List<(uint From, uint Until)>? _readable;
    private uint _readableFrom;
    private bool _isHidden;
    private bool _isTakenBack;
    private bool _isErased;

    public Guid Newest { get; set; }
    public uint NewestRecord { get; set; }
    public bool IsThere { get; set; }
    public bool IsDecided { get; set; }
    public List<long> Appeals { get; } = [];

    /// <summary>Its <c>pos.buat</c>, if it is a post.</summary>
    public ObjectRow? Post { get; private set; }

    /// <summary>When it changed whether the post can be read, in seconds since 1970.</summary>
    public List<long> Changes { get; } = [];

    public bool IsNotShown => _isHidden || _isTakenBack;

    /// <summary>From which record and before which other the post could be read.</summary>
    public IEnumerable<(uint From, uint Until)> Readable => IsReadable ? (_readable ?? []).Append((_readableFrom, uint.MaxValue)) : _readable ?? [];

    private bool IsReadable => !IsNotShown && !_isErased;

    public void Apply(ObjectRow row)
    {
        var wasReadable = IsReadable;
        if (row.Has(ObjectChange.Posts)) (Post, _readableFrom) = (Post ?? row, Post is null ? row.Record : _readableFrom);
        _isHidden = (_isHidden || row.Has(ObjectChange.Hides)) && !row.Has(ObjectChange.Restores);
        _isTakenBack |= row.Has(ObjectChange.TakesBack);
        _isErased |= row.Has(ObjectChange.Erases);
        if (wasReadable == IsReadable) return;
        Changes.Add(row.Number);
        if (wasReadable) (_readable ??= []).Add((_readableFrom, row.Record));
        else _readableFrom = row.Record;
    }
}

/// <summary>The objects of one part.</summary>
internal sealed class ObjectPart
{
    private readonly HashSet<Guid> _seen = [];

    public Dictionary<Guid, ObjectHistory> Objects { get; } = [];
    public List<(long Record, VerifyFault Fault, long? Other, string Subject)> Faults { get; } = [];
    public List<ReferenceRow> Suspects { get; } = [];

    public static ObjectPart Of(IEnumerable<ObjectRow> rows)
    {
        var part = new ObjectPart();
        foreach (var row in rows)
        {
            if (!part.Objects.TryGetValue(row.Key, out var acted)) part.Objects[row.Key] = acted = new();
            if (row.IsHistory) part.Follow(row, acted);
            else part.Decide(row, acted);
        }

        return part;
    }

    private void Follow(ObjectRow row, ObjectHistory acted)
    {
        // The same act a second time is told of where acts are looked at by their ids.
        if (!_seen.Add(row.Act)) return;
        if (!row.Has(ObjectChange.HasPrevious))
        {
            if (acted.IsThere) Faults.Add((row.Record, VerifyFault.PreviousMissing, acted.NewestRecord, ObjectId.From(row.Key).ToString()));
        }
        else if (!acted.IsThere || acted.Newest != row.Previous)
        {
            Suspects.Add(new(row.Previous, row.Key, row.Record, acted.NewestRecord, default, Reference.Precedes));
        }

        (acted.IsThere, acted.Newest, acted.NewestRecord) = (true, row.Act, row.Record);
        acted.Apply(row);
    }

    private void Decide(ObjectRow row, ObjectHistory acted)
    {
        if (row.Has(ObjectChange.Decides)) acted.IsDecided = true;
        else if (row.Has(ObjectChange.Rules))
        {
            if (!acted.Appeals.Contains(row.Number)) Fault(VerifyFault.AppealUnknown);
        }
        else
        {
            if (!acted.IsDecided) Fault(VerifyFault.DecisionUnknown);
            if (row.Has(ObjectChange.Appeals) && !acted.Appeals.Contains(row.Number)) acted.Appeals.Add(row.Number);
        }

        void Fault(VerifyFault fault) => Faults.Add((row.Record, fault, null, ActId.From(row.Act).ToString()));
    }
}
