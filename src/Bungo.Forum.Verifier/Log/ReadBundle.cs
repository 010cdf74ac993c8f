using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier.Packages;

namespace Bungo.Forum.Verifier.Log;

/// <summary>Up to 256 records, read, hashed and parsed: all that can be done with them before their order matters.</summary>
internal sealed class ReadBundle
{
    private readonly byte[]? _tile;

    private ReadBundle(TilePath path, byte[]? tile)
    {
        (Path, _tile) = (path, tile);
        (Hashes, Leaves, Malformed) = (new TreeHash[path.Width], new Leaf?[path.Width], new LedgerFormatException?[path.Width]);
    }

    public TilePath Path { get; }

    /// <summary>Why the bundle or its tile could not be read.</summary>
    public LedgerFormatException? BundleFault { get; private set; }
    public LedgerFormatException? TileFault { get; private set; }

    /// <summary>Of the records themselves.</summary>
    public TreeHash[] Hashes { get; }
    public Leaf?[] Leaves { get; }
    public LedgerFormatException?[] Malformed { get; }

    public static ReadBundle Of(Package package, TilePath path)
    {
        var (tile, tileFault) = Try(() => package.Hashes(path with { Level = 0 }).ToArray());
        var bundle = new ReadBundle(path, tile) { TileFault = tileFault };
        var (entries, fault) = Try(() => package.Bundle(path));
        bundle.BundleFault = fault;
        for (var i = 0; i < entries?.Count; i++)
        {
            bundle.Hashes[i] = TreeHash.OfLeaf(entries[i].Span);
            try
            {
                bundle.Leaves[i] = Leaf.Parse(entries[i].Span);
            }
            catch (LedgerFormatException malformed)
            {
                bundle.Malformed[i] = malformed;
            }
        }

        return bundle;
    }

    /// <summary>The hash that the tile has for a record; its own where there is no tile.</summary>
    public TreeHash InTile(int i) => _tile is null ? Hashes[i] : new(_tile.AsSpan(i * TreeHash.Length, TreeHash.Length));

    private static (T? Value, LedgerFormatException? Fault) Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return (read(), null);
        }
        catch (LedgerFormatException fault)
        {
            return (null, fault);
        }
    }
}
