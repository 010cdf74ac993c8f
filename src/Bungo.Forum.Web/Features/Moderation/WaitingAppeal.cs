using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>A decision whose appeals wait for a ruling.</summary>
/// <param name="Count">How many appeals one ruling will answer.</param>
/// <param name="DueAt">Of the oldest of them.</param>
public sealed record WaitingAppeal(long DecisionId, int Level, int Count, DateTimeOffset DueAt)
{
    /// <summary>More than these are a heap, and the oldest are the ones to begin with.</summary>
    private const int Most = 100;

    public Decision Decision { get; private init; } = null!;

    /// <summary>The one that is due first, first.</summary>
    /// <param name="overdueAt">Only what was due by then.</param>
    public static async Task<IReadOnlyList<WaitingAppeal>> ReadAsync(ForumDb db, CancellationToken cancel, int? level = null, DateTimeOffset? overdueAt = null)
    {
        var open = db.Appeals.AsNoTracking().Where(a => !db.AppealRulings.Any(r => r.DecisionId == a.DecisionId && r.Level == a.Level));
        if (level is { } only) open = open.Where(a => a.Level == only);
        var found = await open.GroupBy(a => new { a.DecisionId, a.Level })
            .Select(g => new { g.Key.DecisionId, g.Key.Level, Count = g.Count(), DueAt = g.Min(a => a.DueAt) })
            .Where(w => overdueAt == null || w.DueAt <= overdueAt).OrderBy(w => w.DueAt).ThenBy(w => w.DecisionId).Take(Most).ToListAsync(cancel);
        if (found.Count == 0) return [];
        var ids = found.ConvertAll(w => w.DecisionId);
        var decisions = await db.Decisions.AsNoTracking().Include(d => d.Post!.Topic).Include(d => d.Topic).Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        return found.ConvertAll(w => new WaitingAppeal(w.DecisionId, w.Level, w.Count, w.DueAt) { Decision = decisions[w.DecisionId] });
    }
}
