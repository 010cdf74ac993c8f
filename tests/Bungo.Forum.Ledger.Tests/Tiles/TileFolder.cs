using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tiles;

namespace Bungo.Forum.Ledger.Tests.Tiles;

/// <summary>The files of a log in memory.</summary>
internal sealed class TileFolder : ITileReader
{
    public Dictionary<TilePath, ReadOnlyMemory<byte>> Files { get; } = [];

    public LogEdge Edge { get; private set; } = LogEdge.Empty;

    /// <summary>A log of entries <c>entry 0</c>, <c>entry 1</c> ... , made in batches of the given sizes.</summary>
    public static TileFolder Of(params IEnumerable<int> batches)
    {
        var folder = new TileFolder();
        foreach (var batch in batches) folder.Append(Enumerable.Range((int)folder.Edge.Size, batch).Select(Entry));
        return folder;
    }

    public static ReadOnlyMemory<byte> Entry(int index) => Some.Utf8($"entry {index}");

    public LogBatch Append(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        var batch = Edge.Append(entries);
        foreach (var file in batch.Files) Files.Add(file.Path, file.Bytes);
        Edge = batch.Edge;
        return batch;
    }

    public byte[]? Read(TilePath path) => Files.TryGetValue(path, out var bytes) ? bytes.ToArray() : null;

    public Checkpoint Checkpoint => new(TestSigner.Origin, Edge.Head);

    public SignedNote Signed => Checkpoint.Sign(TestSigner.Log);
}

/// <summary>RFC 6962 section 2.1 as it is written there, to hold our trees against.</summary>
internal static class ByTheBook
{
    public static TreeHash Root(ReadOnlySpan<TreeHash> leaves)
    {
        if (leaves.Length == 0) return TreeHash.OfNothing;
        if (leaves.Length == 1) return leaves[0];
        var k = 1;
        while (k * 2 < leaves.Length) k *= 2;
        return TreeHash.OfNode(Root(leaves[..k]), Root(leaves[k..]));
    }

    public static TreeHash[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => TreeHash.OfLeaf(TileFolder.Entry(i).Span))];
}
