using Bungo.Forum.Ledger.Tiles;

namespace Bungo.Forum.Verifier.Packages;

/// <summary>
/// Where a log's files come from: a folder, a zip, or the site itself; the paths are the same in all three. It may
/// come from anybody. Names are asked for, never listed and followed, so nothing outside is ever opened; and each
/// read says how much it will take.
/// </summary>
public abstract class Package : ITileReader, IDisposable
{
    public const string Checkpoint = "checkpoint";
    public const string Witnessed = "disaksikan";
    public const string Predecessor = "kepala/sebelum";
    public const string Policy = "kebijakan";
    public const string Keys = "kunci";
    public const string Openings = "openings.jsonl";
    public const string States = "keadaan.jsonl";

    private const int LongestTile = TilePath.FullWidth * Ledger.Merkle.TreeHash.Length;

    // Our acts have at most 4,096 bytes; the tile format allows more, and a bundle of such is read before it is refused.
    private const int LongestBundle = TilePath.FullWidth * (sizeof(ushort) + Ledger.Leaf.LongestLeaf);

    public abstract string Name { get; }

    /// <summary>Whether it is a copy made to be checked, which holds the openings; the site serves those one by one.</summary>
    public abstract bool IsCopy { get; }

    /// <exception cref="PackageUnreadableException">Neither a folder nor a zip nor an address, or not to be opened.</exception>
    public static Package Open(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return new SitePackage(address);
        if (Directory.Exists(place)) return new FolderPackage(place);
        if (File.Exists(place)) return new ZipPackage(place);
        throw new PackageUnreadableException(Unreadable.NotFound, place);
    }

    /// <summary>The head of that size, signed by a key and by the one that follows it.</summary>
    public static string Statement(long size) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"kepala/{size}");

    /// <summary>A file of a report: its data (<c>json</c>) or its table (<c>csv</c>).</summary>
    public static string Report(string period, long version, string ending) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"laporan/{period}-v{version}.{ending}");

    public static string Ballots(Ledger.ObjectId poll) => $"suara/{poll}.jsonl";

    /// <returns>The file, cut off one byte behind <paramref name="longest"/>; null when there is none.</returns>
    /// <exception cref="PackageUnreadableException">There may be one, but it cannot be read.</exception>
    public byte[]? Read(string path, int longest)
    {
        using var file = OpenRead(path);
        if (file is null) return null;
        try
        {
            var bytes = new MemoryStream();
            var buffer = new byte[Math.Min(longest + 1, 128 * 1024)];
            while (bytes.Length <= longest)
            {
                var read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, longest + 1 - bytes.Length));
                if (read == 0) break;
                bytes.Write(buffer, 0, read);
            }

            return bytes.ToArray();
        }
        catch (Exception cause) when (cause is IOException and not PackageUnreadableException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new PackageUnreadableException(Unreadable.ReadFailed, path, cause);
        }
    }

    /// <exception cref="PackageUnreadableException">Missing, or it cannot be read.</exception>
    public byte[] Require(string path, int longest) => Read(path, longest) ?? throw new PackageUnreadableException(Unreadable.FileMissing, path);

    public virtual byte[]? Read(TilePath path) => Read(path.ToString(), path.IsBundle ? LongestBundle : LongestTile);

    /// <returns>Null when there is no such file.</returns>
    public abstract Stream? OpenRead(string path);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
