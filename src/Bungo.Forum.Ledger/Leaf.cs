using Bungo.Forum.Ledger.Merkle;

namespace Bungo.Forum.Ledger;

/// <summary>
/// One act as the log keeps it for ever. The leaf is its bytes: it is made by <see cref="LeafBuilder"/> or read
/// by <see cref="Parse"/>, keeps exactly the bytes it came from, and its hash is over those, never over a
/// rewriting of them.
///
/// It holds codes, random ids, times and commitments (see <see cref="ActKind"/>). That <c>p</c> names an earlier
/// act on the same object, and that act ids are unique, is a matter of the log as a whole and not decided here.
/// </summary>
public sealed class Leaf
{
    /// <summary>In bytes. The log's own limit is 65,535; the receipts of phones argue for less.</summary>
    public const int LongestLeaf = 4096;

    internal const int Version = 1;

    private readonly byte[] _bytes;

    private Leaf(byte[] bytes, ActKind kind, ActRole by, DateTimeOffset at, ObjectReader members)
    {
        _bytes = bytes;
        (Kind, By, At) = (kind, by, at);
        Id = ActId.From(members.Id("i"));
        ActedOn = ObjectId.From(members.Id("o"));
        if (members.Optional("p") is not null) Previous = ActId.From(members.Id("p"));
        Commitments = ReadCommitments(kind, members.OptionalMap("c"));
        Documents = ReadDocuments(kind, members.OptionalMap("d"));
        Clear = members.OptionalMap("x");
        kind.CheckClear(Clear);
        members.End();
        if (Previous is not null && !kind.HasHistory) throw LedgerFormatException.AtPath(LedgerFault.PreviousNotAllowed, "p");
    }

    public ActKind Kind { get; }
    public ActId Id { get; }
    public ObjectId ActedOn { get; }

    /// <summary>The act before this one on the same object; null on the first.</summary>
    public ActId? Previous { get; }

    public ActRole By { get; }

    /// <summary>To the second, or to the hour where the kind says so.</summary>
    public DateTimeOffset At { get; }

    public IReadOnlyDictionary<string, Commitment> Commitments { get; }
    public IReadOnlyDictionary<string, DocumentDigest> Documents { get; }

    /// <summary>The clear codes and counts (<c>x</c>); empty when there are none.</summary>
    public CanonicalObject Clear { get; }

    /// <summary>The commitments whose salt and content this act declares destroyed; empty for every kind but <c>hapus</c>.</summary>
    public IEnumerable<ErasureTarget> Erasures =>
        Clear.TryGet(ErasureTarget.ClearLabel, out var list) ? ((CanonicalArray)list).Select(ErasureTarget.Read) : [];

    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>SHA-256 of a zero byte and the leaf's bytes, as in RFC 6962.</summary>
    public TreeHash Hash() => TreeHash.OfLeaf(_bytes);

    /// <summary>Whether this opening opens one of this leaf's commitments.</summary>
    public bool IsOpenedBy(Opening opening)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return opening.Act == Id && Commitments.TryGetValue(opening.Label, out var commitment) && commitment.Verify(Kind.Name, opening);
    }

    /// <exception cref="LedgerFormatException">Not the canonical bytes of a leaf of a known kind.</exception>
    public static Leaf Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestLeaf) throw LedgerFormatException.AtByte(LedgerFault.TooLong, LongestLeaf);
        var members = new ObjectReader("", CanonicalJson.Read(bytes));
        if (members.Integer("v") != Version) throw LedgerFormatException.AtPath(LedgerFault.VersionUnknown, "v");
        var name = members.Text("k");
        var kind = ActKinds.Find(name) ?? throw LedgerFormatException.AtPath(LedgerFault.KindUnknown, "k", name);
        return new(bytes.ToArray(), kind, ReadRole(kind, members.Text("a")), ReadTime(kind, members.Text("t")), members);
    }

    private static ActRole ReadRole(ActKind kind, string code)
    {
        var role = ActRoles.Find(code) ?? throw LedgerFormatException.AtPath(LedgerFault.RoleUnknown, "a", code);
        return kind.Roles.Contains(role) ? role : throw LedgerFormatException.AtPath(LedgerFault.RoleNotAllowed, "a", code);
    }

    private static DateTimeOffset ReadTime(ActKind kind, string text)
    {
        if (!LedgerTime.TryRead(text, out var at)) throw LedgerFormatException.AtPath(LedgerFault.TimeForm, "t", text);
        return LedgerTime.Cut(at, kind.Grain) == at ? at : throw LedgerFormatException.AtPath(LedgerFault.TimeGrain, "t", text);
    }

    private static Dictionary<string, Commitment> ReadCommitments(ActKind kind, CanonicalObject map)
    {
        kind.CheckCommitted(map.Keys);
        var commitments = new Dictionary<string, Commitment>();
        foreach (var (label, value) in map.Members)
        {
            if (value is not CanonicalText { Value: var text }) throw LedgerFormatException.AtPath(LedgerFault.WrongType, $"c.{label}");
            if (!Commitment.TryRead(text, out var commitment)) throw LedgerFormatException.AtPath(LedgerFault.DigestForm, $"c.{label}", text);
            commitments.Add(label, commitment);
        }

        return commitments;
    }

    private static Dictionary<string, DocumentDigest> ReadDocuments(ActKind kind, CanonicalObject map)
    {
        kind.CheckDocuments(map.Keys);
        return map.Members.ToDictionary(m => m.Key, m => DocumentDigest.Read($"d.{m.Key}", m.Value));
    }
}
