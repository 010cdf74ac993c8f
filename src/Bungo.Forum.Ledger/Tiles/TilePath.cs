using System.Globalization;

namespace Bungo.Forum.Ledger.Tiles;

/// <summary>
/// Which file of a tiled log (C2SP tlog-tiles): a tile of 256 hashes at some level, or a bundle of 256 entries,
/// which lie beside the tiles of level 0. The last file of a level may hold fewer; its width is then part of its
/// name, so that no published file ever changes.
/// </summary>
/// <param name="Level">From 0; <see cref="Entries"/> for a bundle of entries.</param>
/// <param name="Index">Which of its level, from 0.</param>
/// <param name="Width">How many hashes or entries, 1 to 256.</param>
public readonly record struct TilePath(int Level, long Index, int Width = TilePath.FullWidth)
{
    public const int Entries = -1;

    /// <summary>Levels of the tree that one tile spans.</summary>
    public const int Height = 8;

    public const int FullWidth = 1 << Height;

    internal const int FullBytes = FullWidth * Merkle.TreeHash.Length;

    private const int HighestLevel = 63;
    private const int Group = 1000;
    private const int MostGroups = 6; // 10^18 tiles; a long holds little more

    public bool IsFull => Width == FullWidth;

    public bool IsBundle => Level == Entries;

    /// <summary>The file that will take this one's place once the log has grown.</summary>
    public TilePath Full => this with { Width = FullWidth };

    public static TilePath Bundle(long index, int width = FullWidth) => new(Entries, index, width);

    /// <summary>All files of a log of this size: the bundles, then the tiles of each level.</summary>
    public static IEnumerable<TilePath> Of(long size)
    {
        foreach (var bundle in OfLevel(Entries, size)) yield return bundle;
        for (var (level, count) = (0, size); count > 0; level++, count >>= Height)
            foreach (var tile in OfLevel(level, count)) yield return tile;
    }

    /// <summary>The tiles of hashes that are not full in a tree of this size.</summary>
    public static IEnumerable<TilePath> Unfinished(long size)
    {
        for (var level = 0; Count(size, level) > 0; level++)
            if (UnfinishedWidth(size, level) is > 0 and var width) yield return new(level, Count(size, level + 1), width);
    }

    /// <summary>As below the log's address and inside a package: <c>tile/0/x001/x234/067.p/5</c>.</summary>
    public override string ToString()
    {
        var index = (Index % Group).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = Index / Group; rest > 0; rest /= Group)
            index = string.Create(CultureInfo.InvariantCulture, $"x{rest % Group:000}/{index}");
        var level = IsBundle ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
        return $"tile/{level}/{index}" + (IsFull ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}"));
    }

    /// <exception cref="LedgerFormatException">Not the one spelling of a tile's path.</exception>
    public static TilePath Parse(string path) =>
        TryParse(path, out var tile) ? tile : throw LedgerFormatException.AtPath(LedgerFault.TilePathForm, "tile", path);

    /// <summary>For paths out of an address bar, where a wrong one is an ordinary "not found".</summary>
    public static bool TryParse(string? path, out TilePath tile)
    {
        tile = default;
        var parts = path?.Split('/') ?? [];
        if (parts.Length < 3 || parts[0] != "tile") return false;
        var level = Entries;
        if (parts[1] != "entries" && !(TryNumber(parts[1], out level) && level <= HighestLevel)) return false;
        var width = FullWidth;
        var last = parts.Length - 1;
        if (parts[last - 1].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!TryNumber(parts[last], out width) || width is < 1 or >= FullWidth) return false;
            last--;
            parts[last] = parts[last][..^2];
        }

        if (last is < 2 or >= 2 + MostGroups) return false;
        long index = 0;
        for (var i = 2; i <= last; i++)
        {
            var digits = i == last ? parts[i] : parts[i].StartsWith('x') ? parts[i][1..] : "";
            if (digits.Length != 3 || !digits.All(char.IsAsciiDigit)) return false;
            index = (index * Group) + int.Parse(digits, CultureInfo.InvariantCulture);
        }

        tile = new(level, index, width);
        return tile.ToString() == path;
    }

    /// <summary>How many hashes a level of tiles has in all. Shifting by 64 would shift by nothing, hence the limit.</summary>
    internal static long Count(long size, int level) => level < sizeof(long) ? size >> (Height * level) : 0;

    internal static int UnfinishedWidth(long size, int level) => (int)(Count(size, level) % FullWidth);

    private static IEnumerable<TilePath> OfLevel(int level, long count)
    {
        for (long index = 0; index < count / FullWidth; index++) yield return new(level, index);
        if (count % FullWidth > 0) yield return new(level, count / FullWidth, (int)(count % FullWidth));
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text == number.ToString(CultureInfo.InvariantCulture);
}
