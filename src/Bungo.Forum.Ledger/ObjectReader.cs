namespace Bungo.Forum.Ledger;

/// <summary>
/// Takes the members of an object one by one and then insists that none is left: a key that a reader skips is
/// a place where two readers can differ.
/// </summary>
internal sealed class ObjectReader
{
    private readonly string _path;
    private readonly CanonicalObject _members;
    private readonly HashSet<string> _left;

    /// <param name="path">Where the object stands; empty for the whole document.</param>
    /// <exception cref="LedgerFormatException">Not an object.</exception>
    public ObjectReader(string path, CanonicalValue value)
    {
        _path = path;
        _members = value as CanonicalObject ?? throw LedgerFormatException.AtPath(LedgerFault.WrongType, path.Length == 0 ? "." : path);
        _left = [.. _members.Keys];
    }

    public CanonicalValue? Optional(string key)
    {
        _left.Remove(key);
        return _members.TryGet(key, out var value) ? value : null;
    }

    public CanonicalValue Required(string key) =>
        Optional(key) ?? throw LedgerFormatException.AtPath(LedgerFault.KeyMissing, At(key));

    public string Text(string key) =>
        Required(key) is CanonicalText text ? text.Value : throw LedgerFormatException.AtPath(LedgerFault.WrongType, At(key));

    public long Integer(string key) =>
        Required(key) is CanonicalInteger integer ? integer.Value : throw LedgerFormatException.AtPath(LedgerFault.WrongType, At(key));

    public Guid Id(string key)
    {
        var text = Text(key);
        return RandomId.TryRead(text, out var id) ? id : throw LedgerFormatException.AtPath(LedgerFault.IdForm, At(key), text);
    }

    public string Label(string key)
    {
        var text = Text(key);
        return CanonicalObject.IsKey(text) ? text : throw LedgerFormatException.AtPath(LedgerFault.KeyForm, At(key), text);
    }

    /// <summary>A map that is left out when it is empty, so that "nothing" has one spelling.</summary>
    public CanonicalObject OptionalMap(string key) => Optional(key) switch
    {
        null => CanonicalObject.Empty,
        CanonicalObject { Count: 0 } => throw LedgerFormatException.AtPath(LedgerFault.MapEmpty, At(key)),
        CanonicalObject map => map,
        _ => throw LedgerFormatException.AtPath(LedgerFault.WrongType, At(key)),
    };

    /// <exception cref="LedgerFormatException">A member was not asked for.</exception>
    public void End()
    {
        foreach (var key in _members.Keys)
            if (_left.Contains(key)) throw LedgerFormatException.AtPath(LedgerFault.KeyUnknown, At(key));
    }

    private string At(string key) => _path.Length == 0 ? key : $"{_path}.{key}";
}
