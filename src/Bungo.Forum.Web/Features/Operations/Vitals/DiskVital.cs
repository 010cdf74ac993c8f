using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.Extensions.Options;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Operations.Vitals;

/// <summary>Room on the disk that holds the ledger's files: when it is full the site takes nothing new.</summary>
public sealed class DiskVital(IOptions<LedgerOptions> options) : IVitalSign
{
    private const double Gigabyte = 1024 * 1024 * 1024;
    private const double Scarce = 1;
    private const double Little = 5;

    public string Subject => T("Ruang disk", "Disk space");

    public Task<IReadOnlyList<Vital>> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var folder = options.Value.FolderPath;
        while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        var drive = new DriveInfo(folder);
        var (free, all) = (drive.AvailableFreeSpace / Gigabyte, drive.TotalSize / Gigabyte);
        var text = T($"{free:N1} GB bebas dari {all:N0} GB.", $"{free:N1} GB free of {all:N0} GB.");
        var name = T("Folder buku", "The ledger's folder");
        return Task.FromResult<IReadOnlyList<Vital>>([free < Scarce
            ? new(name, Wellness.Bad, text, T("Kosongkan ruang sekarang; bila penuh, situs berhenti menerima tulisan.", "Make room now; once full, the site takes nothing new."))
            : new(name, free < Little ? Wellness.Watch : Wellness.Good, text)]);
    }
}
