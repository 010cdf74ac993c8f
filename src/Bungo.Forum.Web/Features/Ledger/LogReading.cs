using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Sequencing;

namespace Bungo.Forum.Web.Features.Ledger;

/// <param name="Leaf">Null where the entry's bytes are no act, which only a spoilt file can make.</param>
public sealed record NumberedAct(long Index, ReadOnlyMemory<byte> Bytes, Leaf? Leaf);

/// <summary>
/// Entries by number, from the files that were signed. A page of them is one or two bundles whatever the log's size, so
/// a ledger of a million acts opens as fast as one of ten, and shows what was published and not what a table says.
/// </summary>
public sealed class LogReading(LogFolder files)
{
    /// <summary>Newest first: the last <paramref name="most"/> entries below <paramref name="end"/>.</summary>
    public IReadOnlyList<NumberedAct> Before(long end, long size, int most)
    {
        var acts = new List<NumberedAct>();
        for (var index = Math.Min(end, size) - 1; index >= 0 && acts.Count < most; index = (index / TilePath.FullWidth * TilePath.FullWidth) - 1)
        {
            var bundle = BundleOf(index, size);
            for (var at = index; at >= bundle.First && acts.Count < most; at--) acts.Add(Read(at, bundle.Entries[(int)(at - bundle.First)]));
        }

        return acts;
    }

    public NumberedAct? Find(long index, long size)
    {
        if (index < 0 || index >= size) return null;
        var (first, entries) = BundleOf(index, size);
        return Read(index, entries[(int)(index - first)]);
    }

    private (long First, IReadOnlyList<ReadOnlyMemory<byte>> Entries) BundleOf(long index, long size)
    {
        var number = index / TilePath.FullWidth;
        var first = number * TilePath.FullWidth;
        return (first, files.Bundle(TilePath.Bundle(number, (int)Math.Min(size - first, TilePath.FullWidth))));
    }

    private static NumberedAct Read(long index, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new(index, bytes, Leaf.Parse(bytes.Span));
        }
        catch (LedgerFormatException)
        {
            return new(index, bytes, null);
        }
    }
}
