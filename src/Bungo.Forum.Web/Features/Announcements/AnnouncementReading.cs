using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <param name="Next">Cursor of the following page; null on the last.</param>
public sealed record AnnouncementSlice(IReadOnlyList<AnnouncementLine> Lines, string? Next);

/// <summary>
/// Reads announcements, newest first. A pinned one stands in the list of pinned ones and not in the other, so
/// that nothing is on a page twice.
/// </summary>
public sealed class AnnouncementReading(ForumDb db, TimeProvider clock)
{
    /// <summary>More pins than this and none is seen; the rest stand in the ordinary list.</summary>
    public const int MostPinned = 10;

    private const int MostInFeed = 30;

    public Task<List<AnnouncementLine>> PinnedAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return AnnouncementLine.From(db.Announcements.AsNoTracking().Where(a => a.Pin!.Until > now)
            .OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(MostPinned), now).ToListAsync(cancel);
    }

    public async Task<AnnouncementSlice> OthersAsync(string? cursor, int size, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await TakeAsync(db.Announcements.Where(a => a.Pin == null || a.Pin.Until <= now), cursor, size, now, cancel);
    }

    /// <summary>Pinned ones first, nothing withdrawn.</summary>
    public Task<List<AnnouncementLine>> ForBoardAsync(int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return AnnouncementLine.From(db.Announcements.AsNoTracking().Where(a => a.Withdrawal == null)
            .OrderByDescending(a => a.Pin != null && a.Pin.Until > now).ThenByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(most), now).ToListAsync(cancel);
    }

    public Task<AnnouncementSlice> OfOfficeAsync(string office, string? cursor, int size, CancellationToken cancel) =>
        TakeAsync(db.Announcements.Where(a => a.Office == office), cursor, size, clock.GetUtcNow(), cancel);

    /// <summary>All of them whole, for programs.</summary>
    public async Task<(IReadOnlyList<FeedItem> Items, string? Next)> WholeAsync(string? cursor, int size, CancellationToken cancel)
    {
        var found = await FeedItem.From(db, After(db.Announcements, cursor, size), clock.GetUtcNow()).ToListAsync(cancel);
        return found.Count <= size ? (found, null) : (found[..size], new TimeCursor(found[size - 1].PublishedAt, found[size - 1].Id).ToString());
    }

    /// <summary>By last change, so that a correction of an old announcement reaches who follows.</summary>
    public Task<List<FeedItem>> LastChangedAsync(CancellationToken cancel) =>
        FeedItem.From(db, db.Announcements.AsNoTracking().OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id).Take(MostInFeed), clock.GetUtcNow())
            .ToListAsync(cancel);

    private static async Task<AnnouncementSlice> TakeAsync(
        IQueryable<Announcement> announcements, string? cursor, int size, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await AnnouncementLine.From(After(announcements, cursor, size), now).ToListAsync(cancel);
        return found.Count <= size ? new(found, null) : new(found[..size], new TimeCursor(found[size - 1].PublishedAt, found[size - 1].Id).ToString());
    }

    // One more than asked for tells whether there is a following page.
    private static IQueryable<Announcement> After(IQueryable<Announcement> announcements, string? cursor, int size)
    {
        if (TimeCursor.Parse(cursor) is var (at, id))
            announcements = announcements.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.PublishedAt, a.Id), ValueTuple.Create(at, id)));
        return announcements.AsNoTracking().OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(size + 1);
    }
}
