namespace Bungo.Forum.Verifier.Acts;

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

    /// <summary>Of a decision the object that it struck.</summary>
    public Guid? DecidedOn { get; set; }

    /// <summary>Of a topic the number of its last post, of a text its version.</summary>
    public long? LastNumber { get; set; }

    /// <summary>Until when a question is to be answered, in seconds since 1970.</summary>
    public long? Deadline { get; set; }

    /// <summary>Of a decision the levels at which somebody appealed; null where nobody did, as with nearly all.</summary>
    public List<long>? Appeals { get; set; }

    /// <summary>Its <c>pos.buat</c>, if it is a post.</summary>
    public ObjectRow? Post { get; private set; }

    /// <summary>When it changed whether the post can be read, in seconds since 1970.</summary>
    public List<long>? Changes { get; private set; }

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
        (Changes ??= []).Add(row.Number);
        if (wasReadable) (_readable ??= []).Add((_readableFrom, row.Record));
        else _readableFrom = row.Record;
    }
}
