using System.Collections.Frozen;
using System.Security.Cryptography;
using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Spilling;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// All that is set aside while the log and its openings are read once, on disk as soon as it is more than a little. What
/// memory holds then is one part in 256 of it, and not a word for every act.
/// </summary>
internal sealed class ActStore : IDisposable
{
    public static readonly IReadOnlyList<ActKind> Kinds = [.. ActKinds.All];

    private static readonly FrozenDictionary<ActKind, byte> KindNumbers = Kinds.Select((kind, i) => (kind, i)).ToFrozenDictionary(k => k.kind, k => (byte)k.i);

    private readonly TemporaryFile _file = new();
    private readonly PartitionKey _key = new();

    public ActStore()
    {
        (Acts, Commitments, References) = (Of<ActRow>(), Of<CommitmentRow>(), Of<ReferenceRow>());
        (Objects, NotShown, Restricted) = (Of<ObjectRow>(), Of<Guid>(), Of<RestrictedRow>());
        (Openings, States) = (new(_file, _key), Of<StateRow>());
    }

    public Fingerprint Fingerprint { get; } = new();

    public Spill<ActRow> Acts { get; }
    public Spill<CommitmentRow> Commitments { get; }
    public Spill<ReferenceRow> References { get; }
    public Spill<ObjectRow> Objects { get; }

    /// <summary>Objects that a decision hides at the end of the log, or that their authors took back.</summary>
    public Spill<Guid> NotShown { get; }
    public Spill<RestrictedRow> Restricted { get; }

    /// <summary>Openings as <see cref="OpeningRecord"/>, by the act's id.</summary>
    public Partitions Openings { get; }
    public Spill<StateRow> States { get; }

    public Spill<TRow> Of<TRow>()
        where TRow : unmanaged => new(_file, _key);

    public void Add(long record, Leaf leaf, int poll, int month)
    {
        var id = leaf.Id.ToGuid();
        Acts.Add(id, new(id, leaf.ActedOn.ToGuid(), checked((uint)record), poll, month, KindNumbers[leaf.Kind], (byte)leaf.Commitments.Count));
        for (var i = 0; i < leaf.Kind.Committed.Count; i++)
            if (leaf.Commitments.TryGetValue(leaf.Kind.Committed[i].Name, out var commitment)) Commitments.Add(id, new(Fingerprint.Of(commitment), (byte)i));
    }

    /// <summary>A short name for a text, such as a voter's nullifier, by which equal ones are found again.</summary>
    public static Guid NameOf(ReadOnlySpan<byte> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        return new Guid(digest[..16]);
    }

    public void Dispose() => _file.Dispose();
}
