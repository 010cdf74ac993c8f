using Bungo.Forum.Ledger.Merkle;

namespace Bungo.Forum.Ledger.Tiles;

/// <summary>Where the files of a log come from: a folder, a package, an address.</summary>
public interface ITileReader
{
    /// <returns>The file's bytes as they are, or null where there is no such file.</returns>
    byte[]? Read(TilePath path);
}

public static class TileReading
{
    /// <summary>A tile's hashes. A log may delete a partial file once the full one is there, so that one serves as well.</summary>
    /// <exception cref="LedgerFormatException">Missing, or not as long as its name says.</exception>
    public static ReadOnlyMemory<byte> Hashes(this ITileReader tiles, TilePath tile)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        if (tiles.Read(tile) is { } bytes) return Checked(tile, bytes);
        if (!tile.IsFull && tiles.Read(tile.Full) is { } full) return Checked(tile.Full, full)[..(tile.Width * TreeHash.Length)];
        throw LedgerFormatException.AtPath(LedgerFault.TileMissing, tile.ToString());
    }

    /// <summary>A bundle's entries, by the same rule.</summary>
    /// <exception cref="LedgerFormatException">Missing, or not as many entries as its name says.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Bundle(this ITileReader tiles, TilePath bundle)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        if (tiles.Read(bundle) is { } bytes) return EntryBundle.Read(bundle, bytes);
        if (!bundle.IsFull && tiles.Read(bundle.Full) is { } full) return [.. EntryBundle.Read(bundle.Full, full).Take(bundle.Width)];
        throw LedgerFormatException.AtPath(LedgerFault.TileMissing, bundle.ToString());
    }

    private static ReadOnlyMemory<byte> Checked(TilePath tile, ReadOnlyMemory<byte> bytes) =>
        bytes.Length == tile.Width * TreeHash.Length ? bytes : throw LedgerFormatException.AtPath(LedgerFault.TileLength, tile.ToString(), $"{bytes.Length}");
}
