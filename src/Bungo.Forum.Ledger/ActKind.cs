using System.Collections.Frozen;

namespace Bungo.Forum.Ledger;

/// <summary>A label that a kind of act may carry, and whether it must.</summary>
/// <param name="Shape">For a clear label, what its value looks like; null for commitments and documents, which have one form.</param>
public sealed record LabelRule(string Name, bool IsRequired, ClearShape? Shape = null)
{
    /// <summary>As FORMAT.md's table writes it: <c>utas* id</c>, the star meaning "always there".</summary>
    public override string ToString() =>
        Name + (IsRequired ? "*" : "") + (Shape is { } shape ? " " + shape.ToString().ToLowerInvariant() : "");
}

/// <summary>
/// One kind of act: what its leaf may say in clear, what only as a commitment, which public documents it may
/// name, and in which roles it can be done. Whatever is not listed is refused, by the writer as by every
/// verifier: a leaf is permanent, so nothing may enter it that nobody decided to publish for ever.
/// </summary>
public sealed class ActKind
{
    private readonly FrozenDictionary<string, LabelRule> _clear;
    private readonly FrozenDictionary<string, LabelRule> _committed;
    private readonly FrozenDictionary<string, LabelRule> _documents;

    internal ActKind(string name, LabelRule[]? clear = null, LabelRule[]? committed = null, LabelRule[]? documents = null, params ActRole[] roles)
    {
        Name = name;
        Clear = clear ?? [];
        Committed = committed ?? [];
        Documents = documents ?? [];
        Roles = roles.Length == 0 ? Enum.GetValues<ActRole>() : roles;
        (_clear, _committed, _documents) = (Index(Clear), Index(Committed), Index(Documents));
    }

    public string Name { get; }
    public IReadOnlyList<LabelRule> Clear { get; }
    public IReadOnlyList<LabelRule> Committed { get; }
    public IReadOnlyList<LabelRule> Documents { get; }
    public IReadOnlyList<ActRole> Roles { get; }

    /// <summary>How exactly the leaf tells the time.</summary>
    public TimeGrain Grain { get; internal init; } = TimeGrain.Second;

    /// <summary>Whether it may follow another act on the same object, naming it in <c>p</c>.</summary>
    public bool HasHistory { get; internal init; } = true;

    internal void CheckClear(CanonicalObject map)
    {
        Check("x", _clear, Clear, map.Keys);
        foreach (var (label, value) in map.Members) _clear[label].Shape!.Value.Require($"x.{label}", value);
    }

    internal void CheckCommitted(IReadOnlyList<string> labels) => Check("c", _committed, Committed, labels);

    internal void CheckDocuments(IReadOnlyList<string> labels) => Check("d", _documents, Documents, labels);

    private static void Check(string map, FrozenDictionary<string, LabelRule> known, IReadOnlyList<LabelRule> rules, IReadOnlyList<string> labels)
    {
        foreach (var label in labels)
            if (!known.ContainsKey(label)) throw LedgerFormatException.AtPath(LedgerFault.LabelUnknown, $"{map}.{label}");
        foreach (var rule in rules)
            if (rule.IsRequired && !labels.Contains(rule.Name)) throw LedgerFormatException.AtPath(LedgerFault.LabelMissing, $"{map}.{rule.Name}");
    }

    private static FrozenDictionary<string, LabelRule> Index(IReadOnlyList<LabelRule> rules) => rules.ToFrozenDictionary(r => r.Name);
}
