namespace Bungo.Forum.Ledger;

/// <summary>
/// Makes a leaf and the openings of its commitments together, so that neither exists without the other. What
/// it hands out has been read back by <see cref="Leaf.Parse"/>: the writer cannot write what a verifier would
/// refuse, and there is one place where the rules stand.
///
/// A builder makes one leaf. Salts are drawn when a content is committed and leave the builder only in
/// <see cref="Openings"/>; whoever loses those has erased the content.
/// </summary>
public sealed class LeafBuilder
{
    private readonly Dictionary<string, CanonicalValue> _members = [];
    private readonly Dictionary<string, CanonicalValue> _clear = [];
    private readonly Dictionary<string, CanonicalValue> _documents = [];
    private readonly List<Opening> _openings = [];
    private readonly ActKind _kind;
    private readonly ActId _act;

    /// <param name="at">Cut off to the kind's grain: whole seconds, for ballots whole hours.</param>
    /// <exception cref="ArgumentException">A kind that the catalogue does not have.</exception>
    public LeafBuilder(string kind, ActId act, ObjectId actedOn, ActRole by, DateTimeOffset at)
    {
        _kind = ActKinds.Find(kind) ?? throw new ArgumentException($"Unknown kind {kind}.", nameof(kind));
        _act = act;
        _members["v"] = Leaf.Version;
        _members["k"] = kind;
        _members["i"] = act.ToString();
        _members["o"] = actedOn.ToString();
        _members["a"] = by.Code();
        _members["t"] = LedgerTime.Write(at, _kind.Grain);
    }

    /// <summary>What opens the commitments made so far, in the order of the calls.</summary>
    public IReadOnlyList<Opening> Openings => _openings;

    /// <summary>The act before this one on the same object; null leaves <c>p</c> out.</summary>
    public LeafBuilder After(ActId? previous)
    {
        if (previous is { } act) _members["p"] = act.ToString();
        return this;
    }

    /// <summary>Says something in clear and for ever.</summary>
    public LeafBuilder Clear(string label, CanonicalValue value)
    {
        _clear.Add(label, value);
        return this;
    }

    public LeafBuilder Clear(string label, ObjectId id) => Clear(label, id.ToString());

    public LeafBuilder Clear(string label, ActId id) => Clear(label, id.ToString());

    public LeafBuilder Clear(string label, DateTimeOffset instant) => Clear(label, LedgerTime.Write(instant));

    /// <summary>Commits to a content under a fresh salt.</summary>
    public LeafBuilder Commit(string label, string type, NormalizedText content)
    {
        if (_openings.Any(o => o.Label == label)) throw new ArgumentException($"Committed twice: {label}", nameof(label));
        _openings.Add(Opening.Seal(_act, label, type, content));
        return this;
    }

    public LeafBuilder Document(string label, DocumentDigest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        _documents.Add(label, digest.ToValue());
        return this;
    }

    /// <exception cref="InvalidOperationException">The act is not one that its kind allows; the inner exception names the place.</exception>
    public Leaf Build()
    {
        AddMap("c", _openings.ToDictionary(o => o.Label, o => (CanonicalValue)o.CommitAs(_kind.Name).ToString()));
        AddMap("d", _documents);
        AddMap("x", _clear);
        try
        {
            return Leaf.Parse(CanonicalJson.Write(new CanonicalObject(_members)));
        }
        catch (LedgerFormatException refused)
        {
            throw new InvalidOperationException($"{_kind.Name} cannot be written: {refused.Message}", refused);
        }
    }

    private void AddMap(string key, Dictionary<string, CanonicalValue> map)
    {
        if (map.Count > 0) _members[key] = new CanonicalObject(map);
    }
}
