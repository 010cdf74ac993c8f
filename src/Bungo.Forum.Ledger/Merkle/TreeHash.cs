using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bungo.Forum.Ledger.Merkle;

/// <summary>
/// A hash of the log's Merkle tree (RFC 6962 section 2.1, SHA-256). A value of 32 bytes without an object of its
/// own: whoever checks a million acts holds a few thousand of these at a time and makes millions.
///
/// Leaves and nodes are hashed with different first bytes, so that no entry can be passed off as a node.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct TreeHash
{
    public const int Length = SHA256.HashSizeInBytes;

    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;
    private const int OnStack = 4 * 1024 + 1;

    private readonly ulong _a, _b, _c, _d;

    /// <exception cref="ArgumentException">Not exactly 32 bytes.</exception>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length) throw new ArgumentException($"A tree hash is exactly {Length} bytes.", nameof(bytes));
        this = MemoryMarshal.Read<TreeHash>(bytes);
    }

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static TreeHash OfNothing { get; } = new(SHA256.HashData([]));

    public static TreeHash OfLeaf(ReadOnlySpan<byte> entry)
    {
        var length = entry.Length + 1;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> input = rented ?? stackalloc byte[OnStack];
        input[0] = LeafPrefix;
        entry.CopyTo(input[1..]);
        var hash = Of(input[..length]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    public static TreeHash OfNode(TreeHash left, TreeHash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Length)];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Length)..]);
        return Of(input);
    }

    /// <summary>The root of a full subtree, over its hashes one after the other.</summary>
    /// <param name="hashes">As many as a power of two.</param>
    internal static TreeHash OfSubtree(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length == Length) return new(hashes);
        var half = hashes.Length / 2;
        return OfNode(OfSubtree(hashes[..half]), OfSubtree(hashes[half..]));
    }

    public void CopyTo(Span<byte> bytes) => MemoryMarshal.Write(bytes, in this);

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>As checkpoints and proofs write it: base64 with padding, 44 characters.</summary>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>As leaves write a root (<c>akar</c>): base64url, 43 characters.</summary>
    public string ToBase64Url() => Base64Text.Write(ToArray());

    /// <summary>For a root in a leaf.</summary>
    public static bool TryBase64Url(string text, out TreeHash hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var isHash = Base64Text.TryRead(text, bytes);
        hash = isHash ? new(bytes) : default;
        return isHash;
    }

    /// <summary>As <c>sha256sum</c> writes it.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    internal static bool TryReadBase64(ReadOnlySpan<byte> text, out TreeHash hash)
    {
        var isHash = StandardBase64.TryRead(text, out var bytes) && bytes.Length == Length;
        hash = isHash ? new(bytes) : default;
        return isHash;
    }

    private static TreeHash Of(ReadOnlySpan<byte> input)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(input, hash);
        return new(hash);
    }
}
