using Bungo.Forum.Ledger.Tiles;

namespace Bungo.Forum.Ledger.Merkle;

/// <summary>Told of each tile when its last hash came; the bytes are only valid during the call.</summary>
public delegate void TileFilled(TilePath tile, ReadOnlySpan<byte> hashes);

/// <summary>
/// A tree that only grows, kept as its right edge: of each level of tiles the one tile that is not yet full.
/// That is all that appending needs, so a log of any length fits in a few times 8 kB, and a million leaves cost
/// a million leaf hashes and as many node hashes, once each.
///
/// The width of the unfinished tile at level L is the L-th byte of the size; its hashes stand for the bits of
/// that byte, and the root is the fold over all those bits from the lowest up.
/// </summary>
public sealed class TreeEdge
{
    private readonly List<byte[]> _levels = [];

    public long Size { get; private set; }

    public TreeHead Head => new(Size, Root());

    /// <summary>Takes the edge up again where the tiles of a log leave off.</summary>
    /// <exception cref="LedgerFormatException">A tile is missing or has the wrong length.</exception>
    public static TreeEdge Load(long size, ITileReader tiles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var edge = new TreeEdge { Size = size };
        foreach (var tile in TilePath.Unfinished(size))
        {
            while (edge._levels.Count < tile.Level) edge._levels.Add(new byte[TilePath.FullBytes]);
            var hashes = new byte[TilePath.FullBytes];
            tiles.Hashes(tile).Span.CopyTo(hashes);
            edge._levels.Add(hashes);
        }

        return edge;
    }

    public TreeEdge Copy()
    {
        var copy = new TreeEdge { Size = Size };
        copy._levels.AddRange(_levels.Select(hashes => (byte[])hashes.Clone()));
        return copy;
    }

    public void Append(TreeHash leaf, TileFilled? filled = null)
    {
        Size++;
        Push(0, leaf, filled);
    }

    /// <summary>The tiles that are not full; none is empty.</summary>
    public IEnumerable<TileFile> Unfinished() =>
        TilePath.Unfinished(Size).Select(tile => new TileFile(tile, _levels[tile.Level].AsSpan(0, tile.Width * TreeHash.Length).ToArray()));

    public TreeHash Root()
    {
        TreeHash? right = null;
        for (var level = 0; level < _levels.Count; level++)
        {
            var width = TilePath.UnfinishedWidth(Size, level);
            var end = width;
            for (var subtree = 1; subtree <= width; subtree <<= 1)
            {
                if ((width & subtree) == 0) continue;
                var left = TreeHash.OfSubtree(_levels[level].AsSpan((end - subtree) * TreeHash.Length, subtree * TreeHash.Length));
                right = right is { } rest ? TreeHash.OfNode(left, rest) : left;
                end -= subtree;
            }
        }

        return right ?? TreeHash.OfNothing;
    }

    private void Push(int level, TreeHash hash, TileFilled? filled)
    {
        if (level == _levels.Count) _levels.Add(new byte[TilePath.FullBytes]);
        var hashes = _levels[level];
        // How many hashes the level has now, this one included; the size already counts its leaf.
        var count = TilePath.Count(Size, level);
        hash.CopyTo(hashes.AsSpan((int)((count - 1) % TilePath.FullWidth) * TreeHash.Length));
        if (count % TilePath.FullWidth != 0) return;
        filled?.Invoke(new TilePath(level, (count / TilePath.FullWidth) - 1), hashes);
        Push(level + 1, TreeHash.OfSubtree(hashes), filled);
    }
}
