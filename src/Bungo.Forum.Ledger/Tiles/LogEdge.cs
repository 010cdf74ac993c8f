using Bungo.Forum.Ledger.Merkle;

namespace Bungo.Forum.Ledger.Tiles;

/// <summary>
/// Where a log stands, and all that must be known to go on: the unfinished tiles and the unfinished bundle.
/// Appending gives a new edge and the files to write and leaves this one as it was, so that a sequencer whose
/// transaction fails simply keeps what it had.
///
/// The files are a function of the entries alone: written anew from the entries, after a crash or on another
/// machine, they are the same bytes.
/// </summary>
public sealed class LogEdge
{
    public static readonly LogEdge Empty = new(new(), []);

    private readonly TreeEdge _tree;
    private readonly byte[] _bundle;

    private LogEdge(TreeEdge tree, byte[] bundle) => (_tree, _bundle, Head) = (tree, bundle, tree.Head);

    public TreeHead Head { get; }

    public long Size => Head.Size;

    /// <summary>Takes the edge up again from the files of a log.</summary>
    /// <exception cref="LedgerFormatException">A file is missing or damaged, or an entry of the unfinished bundle is not the one that was hashed.</exception>
    public static LogEdge Load(long size, ITileReader tiles)
    {
        var tree = TreeEdge.Load(size, tiles);
        var bundle = new List<byte>();
        if (TilePath.UnfinishedWidth(size, 0) is > 0 and var width)
        {
            var path = TilePath.Bundle(size / TilePath.FullWidth, width);
            var hashes = tiles.Hashes(path with { Level = 0 });
            foreach (var (i, entry) in tiles.Bundle(path).Index())
            {
                if (TreeHash.OfLeaf(entry.Span) != new TreeHash(hashes.Span.Slice(i * TreeHash.Length, TreeHash.Length)))
                    throw LedgerFormatException.AtPath(LedgerFault.EntryHash, path.ToString(), $"{(path.Index * TilePath.FullWidth) + i}");
                EntryBundle.Append(bundle, entry.Span);
            }
        }

        return new(tree, [.. bundle]);
    }

    /// <summary>What a batch makes of the log. The checkpoint over <see cref="LogBatch.Edge"/>'s head is published after all files.</summary>
    public LogBatch Append(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var files = new List<TileFile>();
        var tree = _tree.Copy();
        var bundle = new List<byte>(_bundle);
        foreach (var entry in entries)
        {
            EntryBundle.Append(bundle, entry.Span);
            tree.Append(TreeHash.OfLeaf(entry.Span), (tile, hashes) =>
            {
                if (tile.Level == 0)
                {
                    files.Add(new(TilePath.Bundle(tile.Index), bundle.ToArray()));
                    bundle.Clear();
                }

                files.Add(new(tile, hashes.ToArray()));
            });
        }

        if (tree.Size == Size) return new(this, []);
        if (bundle.Count > 0) files.Add(new(TilePath.Bundle(tree.Size / TilePath.FullWidth, TilePath.UnfinishedWidth(tree.Size, 0)), bundle.ToArray()));
        // A tile that got no hash stands already under the same name.
        files.AddRange(tree.Unfinished().Where(file => TilePath.Count(Size, file.Path.Level) != TilePath.Count(tree.Size, file.Path.Level)));
        return new(new(tree, [.. bundle]), files);
    }
}

/// <summary>A batch of entries as the log takes it in.</summary>
/// <param name="Files">To be written in any order, all before the checkpoint.</param>
public sealed record LogBatch(LogEdge Edge, IReadOnlyList<TileFile> Files);
