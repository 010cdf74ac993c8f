using System.Buffers.Binary;

namespace Bungo.Forum.Ledger.Tiles;

/// <summary>Up to 256 entries one after the other, each behind its length in two bytes, most significant first.</summary>
public static class EntryBundle
{
    public const int LongestEntry = ushort.MaxValue;

    private const int LengthBytes = sizeof(ushort);

    /// <exception cref="LedgerFormatException">The lengths do not add up to exactly as many entries as the path says.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(TilePath path, ReadOnlyMemory<byte> bytes)
    {
        var entries = new ReadOnlyMemory<byte>[path.Width];
        var at = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            if (bytes.Length - at < LengthBytes) throw Fault(LedgerFault.BundleShort, i);
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]);
            at += LengthBytes;
            if (bytes.Length - at < length) throw Fault(LedgerFault.BundleShort, i);
            entries[i] = bytes.Slice(at, length);
            at += length;
        }

        return at == bytes.Length ? entries : throw Fault(LedgerFault.BundleLong, entries.Length);

        LedgerFormatException Fault(LedgerFault fault, int entry) =>
            LedgerFormatException.AtPath(fault, path.ToString(), $"{(path.Index * TilePath.FullWidth) + entry}");
    }

    internal static void Append(List<byte> bundle, ReadOnlySpan<byte> entry)
    {
        if (entry.Length > LongestEntry) throw new ArgumentException($"An entry is at most {LongestEntry} bytes.", nameof(entry));
        bundle.Add((byte)(entry.Length >> 8));
        bundle.Add((byte)entry.Length);
        bundle.AddRange(entry);
    }
}
