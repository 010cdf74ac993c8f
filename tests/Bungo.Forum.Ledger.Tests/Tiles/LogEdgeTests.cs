using Bungo.Forum.Ledger.Tiles;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests.Tiles;

public sealed class LogEdgeTests
{
    [Fact]
    public void However_the_batches_are_cut_the_log_is_the_same() => Gen.Int[0, 400].Array[1, 6].Sample(
        batches =>
        {
            var folder = TileFolder.Of(batches);
            var size = (int)folder.Edge.Size;
            Assert.Equal(batches.Sum(), size);
            Assert.Equal(ByTheBook.Root(ByTheBook.Leaves(size)), folder.Edge.Head.Root);
            var atOnce = TileFolder.Of(size).Files;
            foreach (var path in TilePath.Of(size)) Assert.True(folder.Files[path].Span.SequenceEqual(atOnce[path].Span), path.ToString());
        },
        iter: 60);

    [Fact]
    public void The_files_of_every_size_that_had_a_batch_are_there()
    {
        var folder = TileFolder.Of(100, 100, 100, 300);
        foreach (var size in new[] { 100, 200, 300, 600 })
            Assert.All(TilePath.Of(size), path => Assert.Contains(path, folder.Files.Keys));
    }

    [Fact]
    public void A_batch_writes_no_file_that_stands_already()
    {
        // The folder's Add would throw; here it is the count that matters: bundle, level 0, and level 1 once it moves.
        var folder = TileFolder.Of(600);
        Assert.Equal(["tile/entries/002.p/89", "tile/0/002.p/89"], folder.Append([TileFolder.Entry(600)]).Files.Select(f => f.Path.ToString()));
        Assert.Empty(folder.Append([]).Files);
    }

    [Fact]
    public void The_edge_is_taken_up_from_its_files_at_every_size()
    {
        var folder = new TileFolder();
        for (var i = 0; i < 600; i++)
        {
            folder.Append([TileFolder.Entry(i)]);
            var again = LogEdge.Load(folder.Edge.Size, folder);
            Assert.Equal(folder.Edge.Head, again.Head);
            Assert.Equal(folder.Edge.Append([TileFolder.Entry(7)]).Edge.Head, again.Append([TileFolder.Entry(7)]).Edge.Head);
        }
    }

    [Fact]
    public void A_partial_file_may_be_gone_once_the_full_one_is_there()
    {
        var folder = TileFolder.Of(100, 500);
        foreach (var partial in folder.Files.Keys.Where(f => f is { IsFull: false, Width: 100 }).ToList()) folder.Files.Remove(partial);
        Assert.Equal(ByTheBook.Root(ByTheBook.Leaves(100)), LogEdge.Load(100, folder).Head.Root);
    }

    [Fact]
    public void A_failed_batch_leaves_the_edge_as_it_was()
    {
        var folder = TileFolder.Of(300);
        var before = folder.Edge.Head;
        folder.Edge.Append([TileFolder.Entry(1), TileFolder.Entry(2)]);
        Assert.Throws<ArgumentException>(() => folder.Edge.Append([TileFolder.Entry(1), new byte[65_536]]));
        Assert.Equal(before, folder.Edge.Head);
        Assert.Equal(ByTheBook.Root(ByTheBook.Leaves(301)), folder.Append([TileFolder.Entry(300)]).Edge.Head.Root);
    }

    [Fact]
    public void A_missing_cut_or_changed_file_is_named()
    {
        var hashes = new TilePath(0, 1, 44);
        var bundle = TilePath.Bundle(1, 44);
        Refused(LedgerFault.TileMissing, hashes, f => f.Remove(hashes));
        Refused(LedgerFault.TileMissing, bundle, f => f.Remove(bundle));
        Refused(LedgerFault.TileLength, hashes, f => f[hashes] = f[hashes][..^1]);
        Refused(LedgerFault.TileLength, hashes, f => f[hashes] = new byte[45 * 32]);
        Refused(LedgerFault.BundleShort, bundle, f => f[bundle] = f[bundle][..^1], "299");
        Refused(LedgerFault.BundleShort, bundle, f => f[bundle] = f[bundle][..^11], "299");
        Refused(LedgerFault.BundleLong, bundle, f => f[bundle] = (byte[])[.. f[bundle].Span, 0], "300");
        Refused(LedgerFault.EntryHash, bundle, f => f[bundle] = Flip(f[bundle], 11 * 3 + 5), "259");
        Refused(LedgerFault.EntryHash, bundle, f => f[bundle] = (byte[])[.. f[bundle].Span[11..22], .. f[bundle].Span[..11], .. f[bundle].Span[22..]], "256");

        static void Refused(LedgerFault fault, TilePath path, Action<Dictionary<TilePath, ReadOnlyMemory<byte>>> damage, string? entry = null)
        {
            var folder = TileFolder.Of(300);
            damage(folder.Files);
            var refusal = Some.Refusal(() => LogEdge.Load(300, folder));
            Assert.Equal((fault, path.ToString()), (refusal.Fault, refusal.Path));
            if (entry is not null) Assert.Equal(entry, refusal.Detail);
        }
    }

    [Fact]
    public void A_bundle_holds_exactly_as_many_entries_as_its_name_says()
    {
        var bytes = TileFolder.Of(3).Files[TilePath.Bundle(0, 3)];
        Assert.Equal(["entry 0", "entry 1", "entry 2"], EntryBundle.Read(TilePath.Bundle(0, 3), bytes).Select(e => System.Text.Encoding.UTF8.GetString(e.Span)));
        Assert.Equal(LedgerFault.BundleLong, Some.Refusal(() => EntryBundle.Read(TilePath.Bundle(0, 2), bytes)).Fault);
        Assert.Equal(LedgerFault.BundleShort, Some.Refusal(() => EntryBundle.Read(TilePath.Bundle(0, 4), bytes)).Fault);
    }

    internal static byte[] Flip(ReadOnlyMemory<byte> bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= 1;
        return changed;
    }
}
