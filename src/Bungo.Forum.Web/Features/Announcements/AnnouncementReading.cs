using System.Globalization;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
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

    public Task<AnnouncementSlice> AllAsync(string? cursor, int size, CancellationToken cancel) =>
        TakeAsync(db.Announcements, cursor, size, clock.GetUtcNow(), cancel);

    private static async Task<AnnouncementSlice> TakeAsync(
        IQueryable<Announcement> announcements, string? cursor, int size, DateTimeOffset now, CancellationToken cancel)
    {
        if (Parse(cursor) is var (at, id))
            announcements = announcements.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.PublishedAt, a.Id), ValueTuple.Create(at, id)));
        var found = await AnnouncementLine.From(
            announcements.AsNoTracking().OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(size + 1), now).ToListAsync(cancel);
        if (found.Count <= size) return new(found, null);
        var last = found[size - 1];
        return new(found[..size], string.Create(CultureInfo.InvariantCulture, $"{last.PublishedAt.UtcTicks}.{last.Id}"));
    }

    private static (DateTimeOffset At, long Id)? Parse(string? cursor)
    {
        var parts = cursor?.Split('.') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var id) && ticks > 0 && ticks < DateTimeOffset.MaxValue.UtcTicks
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }
}
