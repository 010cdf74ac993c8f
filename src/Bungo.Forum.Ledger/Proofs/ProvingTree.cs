using System.Numerics;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Tiles;

namespace Bungo.Forum.Ledger.Proofs;

/// <summary>
/// A log's tree at one size, read from its tiles, for whoever makes proofs: at most two tiles a level are read,
/// each once. The tiles are believed; proofs from damaged ones do not verify.
/// </summary>
public sealed class ProvingTree(long size, ITileReader tiles)
{
    private readonly Dictionary<TilePath, ReadOnlyMemory<byte>> _read = [];

    public long Size { get; } = size >= 0 ? size : throw new ArgumentOutOfRangeException(nameof(size));

    /// <exception cref="LedgerFormatException">A tile is missing or has the wrong length.</exception>
    public TreeHead Head => new(Size, Size == 0 ? TreeHash.OfNothing : Range(0, Size));

    /// <exception cref="ArgumentOutOfRangeException">No such entry.</exception>
    /// <exception cref="LedgerFormatException">A tile is missing or has the wrong length.</exception>
    public InclusionProof Inclusion(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        var hashes = new List<TreeHash>();
        Path(index, 0, Size, hashes);
        return new(index, Size, hashes);
    }

    /// <summary>That a tree of this log with <paramref name="oldSize"/> leaves is the beginning of this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old size is larger than the tree.</exception>
    /// <exception cref="LedgerFormatException">A tile is missing or has the wrong length.</exception>
    public ConsistencyProof Consistency(long oldSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, Size);
        var hashes = new List<TreeHash>();
        if (oldSize > 0 && oldSize < Size) SubProof(oldSize, 0, Size, isWhole: true, hashes);
        return new(oldSize, Size, hashes);
    }

    // RFC 6962 section 2.1.1; begin and end are those of D[begin:end].
    private void Path(long index, long begin, long end, List<TreeHash> hashes)
    {
        if (end - begin == 1) return;
        var middle = begin + Split(end - begin);
        if (index < middle)
        {
            Path(index, begin, middle, hashes);
            hashes.Add(Range(middle, end));
        }
        else
        {
            Path(index, middle, end, hashes);
            hashes.Add(Range(begin, middle));
        }
    }

    // RFC 6962 section 2.1.2.
    private void SubProof(long old, long begin, long end, bool isWhole, List<TreeHash> hashes)
    {
        if (old == end)
        {
            if (!isWhole) hashes.Add(Range(begin, end));
            return;
        }

        var middle = begin + Split(end - begin);
        if (old <= middle)
        {
            SubProof(old, begin, middle, isWhole, hashes);
            hashes.Add(Range(middle, end));
        }
        else
        {
            SubProof(old, middle, end, isWhole: false, hashes);
            hashes.Add(Range(begin, middle));
        }
    }

    private TreeHash Range(long begin, long end)
    {
        var count = end - begin;
        if (!BitOperations.IsPow2(count))
        {
            var middle = begin + Split(count);
            return TreeHash.OfNode(Range(begin, middle), Range(middle, end));
        }

        // A full subtree: as many hashes of one tile as it spans there, or one.
        var height = BitOperations.Log2((ulong)count);
        var level = height / TilePath.Height;
        var first = begin >> (TilePath.Height * level);
        var span = 1 << (height % TilePath.Height);
        var bytes = Tile(level, first / TilePath.FullWidth).Span;
        return TreeHash.OfSubtree(bytes.Slice((int)(first % TilePath.FullWidth) * TreeHash.Length, span * TreeHash.Length));
    }

    private ReadOnlyMemory<byte> Tile(int level, long index)
    {
        var left = TilePath.Count(Size, level) - (index * TilePath.FullWidth);
        var path = new TilePath(level, index, (int)Math.Min(left, TilePath.FullWidth));
        if (_read.TryGetValue(path, out var had)) return had;
        return _read[path] = tiles.Hashes(path);
    }

    /// <summary>The largest power of two below the count.</summary>
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
