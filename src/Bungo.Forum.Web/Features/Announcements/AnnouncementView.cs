using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>An announcement whole, as everybody sees it: what stands, and every correction newest first.</summary>
public sealed record AnnouncementView(AnnouncementLine Line, IReadOnlyList<VersionView> Versions)
{
    public RenderedHtml Rendered => Markdown.Render(Line.Body);

    public static async Task<IReadOnlyList<AnnouncementView>> ReadAsync(ForumDb db, IQueryable<Announcement> announcements, DateTimeOffset now, CancellationToken cancel)
    {
        var lines = await AnnouncementLine.From(announcements.AsNoTracking(), now).ToListAsync(cancel);
        var ids = lines.Select(l => l.Id).ToArray();
        var versions = await db.AnnouncementVersions.AsNoTracking().Where(v => ids.Contains(v.AnnouncementId))
            .OrderByDescending(v => v.Number).ToListAsync(cancel);
        var byAnnouncement = versions.ToLookup(v => v.AnnouncementId);
        return [.. lines.Select(line => new AnnouncementView(line, VersionView.Of([.. byAnnouncement[line.Id]])))];
    }
}

/// <param name="Before">The version it replaced; null for the first.</param>
public sealed record VersionView(AnnouncementVersion Version, AnnouncementVersion? Before)
{
    /// <summary>Older changes are compared on the page of their version only.</summary>
    public const int MostDiffs = 10;

    public DiffHtml Diff => new(TextDiff.Shortened(TextDiff.Between(Before!.Document, Version.Document)));

    /// <param name="newestFirst">All versions of one announcement.</param>
    internal static IReadOnlyList<VersionView> Of(IReadOnlyList<AnnouncementVersion> newestFirst) =>
        [.. newestFirst.Select((version, i) => new VersionView(version, i + 1 < newestFirst.Count ? newestFirst[i + 1] : null))];
}
