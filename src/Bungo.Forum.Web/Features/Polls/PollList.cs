using System.Globalization;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <param name="Next">Cursor of the following page; null on the last.</param>
public sealed record PollListPage(IReadOnlyList<PollView> Polls, string? Next, bool IsFirst);

/// <summary>
/// Reads polls in the order lists show them: open and coming ones together on the first page (there are never
/// many), the past ones by cursor, newest end first.
/// </summary>
public sealed class PollList(ForumDb db, TimeProvider clock)
{
    private const int PageSize = 30;
    private const int MostCurrent = 200;

    /// <param name="consultationId">Only polls of this consultation; null for all.</param>
    public async Task<PollListPage> ReadAsync(long? consultationId, string? cursor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var polls = db.Polls.AsNoTracking().Where(p => consultationId == null || p.ConsultationId == consultationId);
        var after = Parse(cursor);
        var current = after is not null ? [] : await CurrentAsync(polls, now, cancel);

        var past = polls.Where(p => p.Closure != null || p.ClosesAt <= now)
            .Select(p => new { Poll = p, EndsAt = p.Closure == null ? p.ClosesAt : p.Closure.At });
        if (after is var (ended, id)) past = past.Where(p => p.EndsAt < ended || (p.EndsAt == ended && p.Poll.Id < id));
        var found = await past.OrderByDescending(p => p.EndsAt).ThenByDescending(p => p.Poll.Id).Take(PageSize + 1).Select(p => p.Poll).ToListAsync(cancel);
        var next = found.Count > PageSize ? Cursor(found[PageSize - 1]) : null;
        return new PollListPage([.. current.Concat(found.Take(PageSize)).Select(p => new PollView(p, p.StateAt(now), null))], next, after is null);
    }

    /// <summary>What is open or coming, in the order lists show it.</summary>
    public async Task<IReadOnlyList<PollView>> CurrentAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return [.. (await CurrentAsync(db.Polls.AsNoTracking(), now, cancel)).Select(p => new PollView(p, p.StateAt(now), null))];
    }

    private static async Task<List<Poll>> CurrentAsync(IQueryable<Poll> polls, DateTimeOffset now, CancellationToken cancel)
    {
        var current = await polls.Where(p => p.Closure == null && p.ClosesAt > now).OrderBy(p => p.ClosesAt).ThenBy(p => p.Id).Take(MostCurrent).ToListAsync(cancel);
        return [.. current.OrderBy(p => new PollView(p, p.StateAt(now), null).SortKey, StringComparer.Ordinal)];
    }

    private static string Cursor(Poll last) => string.Create(CultureInfo.InvariantCulture, $"{last.EndsAt.UtcTicks}.{last.Id}");

    private static (DateTimeOffset Ended, long Id)? Parse(string? cursor)
    {
        var parts = cursor?.Split('.') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }
}
