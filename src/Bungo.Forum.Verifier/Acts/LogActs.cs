using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>A key that the log announces in itself, or that it begins with.</summary>
/// <param name="At">The head that the act names, over which old and new key signed; null where it names none.</param>
/// <param name="Statement">The digest of that signed head.</param>
internal sealed record AnnouncedKey(long Record, VerifierKey Key, TreeHead? At, DocumentDigest? Statement);

/// <summary>What the log says of itself in its own acts: how it begins, which keys follow, whether it was closed.</summary>
internal sealed class LogActs
{
    /// <summary>Of <c>buku.buka</c>, wherever it stands.</summary>
    public List<AnnouncedKey> Openings { get; } = [];

    /// <summary>Of <c>kunci.umum</c>, in the order of the log.</summary>
    public List<AnnouncedKey> Keys { get; } = [];

    /// <summary>The record of <c>buku.tutup</c>.</summary>
    public long? Closed { get; private set; }

    public void Add(long record, Leaf leaf)
    {
        if (leaf.Kind.Name == "buku.tutup") Closed ??= record;
        if (leaf.Kind.Name is not ("buku.buka" or "kunci.umum")) return;
        var key = TryKey(leaf);
        if (key is not null) (leaf.Kind.Name == "buku.buka" ? Openings : Keys).Add(new(record, key, HeadIn(leaf), leaf.Documents.GetValueOrDefault("kepala")));
    }

    private static VerifierKey? TryKey(Leaf leaf)
    {
        try
        {
            return VerifierKey.Parse(Text(leaf, "kunci")!);
        }
        catch (LedgerFormatException)
        {
            // A text that is no key announces none, and then the key in question was not announced.
            return null;
        }
    }

    private static TreeHead? HeadIn(Leaf leaf) =>
        leaf.Clear.TryGet("ukuran", out var value) && value is CanonicalInteger size && Text(leaf, "akar") is { } root && TreeHash.TryBase64Url(root, out var hash)
            ? new(size.Value, hash)
            : null;

    private static string? Text(Leaf leaf, string label) => leaf.Clear.TryGet(label, out var value) && value is CanonicalText text ? text.Value : null;
}
