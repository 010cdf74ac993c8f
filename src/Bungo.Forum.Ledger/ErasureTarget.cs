namespace Bungo.Forum.Ledger;

/// <summary>Names one commitment, as an erasure lists it.</summary>
public readonly record struct ErasureTarget(ActId Act, string Label)
{
    /// <summary>The clear label under which a leaf lists its targets; no other kind of act uses it.</summary>
    internal const string ClearLabel = "daftar";

    public CanonicalValue ToValue() => new CanonicalObject([new("i", Act.ToString()), new("label", Label)]);

    internal static ErasureTarget Read(CanonicalValue value) => Read(ClearLabel, value);

    internal static ErasureTarget Read(string path, CanonicalValue value)
    {
        var members = new ObjectReader(path, value);
        var target = new ErasureTarget(ActId.From(members.Id("i")), members.Label("label"));
        members.End();
        return target;
    }
}
