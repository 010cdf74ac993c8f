namespace Bungo.Forum.Ledger.Tiles;

/// <summary>A file of a tiled log, to be written once and never changed.</summary>
public sealed record TileFile(TilePath Path, ReadOnlyMemory<byte> Bytes);
