using Bungo.Forum.Web.Platform.Region;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>Settings of the public ledger, <c>Ledger</c>.</summary>
public sealed class LedgerOptions
{
    /// <summary>The log's name and its key's, an address without scheme; empty for the public address's host. It never changes while the log lives.</summary>
    public string Origin { get; set; } = "";

    /// <summary>Where the files and the key lie; empty for <c>buku</c> in the data folder. Not in the database and not in its backups.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The folder of the log that was closed before this one began; empty for a first log.</summary>
    public string Previous { get; set; } = "";

    /// <summary>Whether this process may number acts. However many may, one does.</summary>
    public bool Sequence { get; set; } = true;

    /// <summary>How long a witness may stay away before it is an alarm.</summary>
    public TimeSpan WitnessAlarm { get; set; } = TimeSpan.FromHours(48);

    public string FolderPath => Folder.Length > 0 ? Path.GetFullPath(Folder) : Path.Combine(DataFolder.Path, "buku");

    public string OriginFor(RegionOptions region)
    {
        if (Origin.Length > 0) return Origin;
        var host = new Uri(region.PublicAddress).Authority;
        return (host.Length > 0 ? host : "localhost") + "/buku/1";
    }
}
