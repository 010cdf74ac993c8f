using System.Globalization;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>One post that waits for a decision, with what a moderator must know to decide.</summary>
public sealed record QueueItem
{
    public required long PostId { get; init; }
    public required long TopicId { get; init; }
    public required string TopicSlug { get; init; }
    public required string TopicTitle { get; init; }
    public required int Number { get; init; }
    public required long AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public string? AuthorOffice { get; init; }
    public string? Office { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public required bool IsWithdrawn { get; init; }

    /// <summary>Markdown source; null when the author took it back meanwhile.</summary>
    public string? Body { get; init; }
    public string? Html { get; init; }
    public int HtmlVersion { get; init; }
    public int? ParentNumber { get; init; }
    public string? ParentBody { get; init; }
    public string? ParentOffice { get; init; }
    public required int OpenCount { get; init; }
    public required DateTimeOffset OpenSince { get; init; }

    public IReadOnlyList<ReasonCount> Reasons { get; set; } = [];
    public IReadOnlyList<string> Notes { get; set; } = [];
    public IReadOnlyList<MeasureCount> Record { get; set; } = [];

    /// <summary>Personal data spreads while the queue waits.</summary>
    public bool IsUrgent => Reasons.Any(r => r.Reason == FlagReason.PersonalData);

    public RenderedHtml Words => RenderedBodies.Read(Body!, Html, HtmlVersion);

    /// <summary>The article most flags speak of, to begin the form with.</summary>
    public string? LikelyRule => Reasons.Select(r => Rules.For(r.Reason)?.Code).FirstOrDefault(code => code is not null);
}

public sealed record ReasonCount(FlagReason Reason, int Count);

public sealed record MeasureCount(Measure Measure, int Count);

/// <param name="Next">Cursor of the following page; null on the last.</param>
public sealed record QueuePart(IReadOnlyList<QueueItem> Items, string? Next)
{
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];
    public IReadOnlyList<string> Offices { get; init; } = [];
}

/// <summary>
/// Reads one page of the queue: the most flagged first, among equals who has waited longest. Six statements,
/// however many posts and flags; of a post that thousands flagged, a handful of notes is read.
/// </summary>
public sealed class QueueReading(ForumDb db)
{
    public const int PageSize = 20;
    private const int MostNotes = 5;

    public async Task<QueuePart> ReadAsync(string? cursor, CancellationToken cancel)
    {
        var waiting = After(db.Dockets.AsNoTracking().Where(d => d.OpenCount > 0), cursor)
            .OrderByDescending(d => d.OpenCount).ThenBy(d => d.OpenSince).ThenBy(d => d.PostId);
        var found = await Items(waiting.Take(PageSize + 1)).ToListAsync(cancel);
        var items = found.Count > PageSize ? found[..PageSize] : found;
        await AddFlagsAsync(items, cancel);
        await AddRecordsAsync(items, cancel);
        return new(items, found.Count > PageSize ? Cursor(items[^1]) : null)
        {
            Proposals = await db.Proposals.AsNoTracking().Include(p => p.Post!.Topic).OrderBy(p => p.At).Take(PageSize).ToListAsync(cancel),
            Offices = await CriticismField.OfficesAsync(db, cancel),
        };
    }

    private static IQueryable<QueueItem> Items(IQueryable<Docket> dockets) => dockets.Select(d => new QueueItem
    {
        PostId = d.PostId,
        TopicId = d.Post!.TopicId,
        TopicSlug = d.Post.Topic!.Slug,
        TopicTitle = d.Post.Topic.Title,
        Number = d.Post.Number,
        AuthorId = d.Post.AuthorId,
        AuthorName = d.Post.Author!.Name,
        AuthorOffice = d.Post.Author.Office,
        Office = d.Post.Office,
        PostedAt = d.Post.PostedAt,
        EditedAt = d.Post.EditedAt,
        IsWithdrawn = d.Post.WithdrawnAt != null,
        Body = d.Post.WithdrawnAt == null ? d.Post.Body : null,
        Html = d.Post.WithdrawnAt == null ? EF.Property<string>(d.Post, RenderedBodies.Html) : null,
        HtmlVersion = EF.Property<int>(d.Post, RenderedBodies.HtmlVersion),
        ParentNumber = d.Post.Parent == null ? null : d.Post.Parent.Number,
        ParentBody = d.Post.Parent == null || d.Post.Parent.Hiding != null || d.Post.Parent.WithdrawnAt != null ? null : d.Post.Parent.Body,
        ParentOffice = d.Post.Parent == null ? null : d.Post.Parent.Office,
        OpenCount = d.OpenCount,
        OpenSince = d.OpenSince!.Value,
    });

    private async Task AddFlagsAsync(List<QueueItem> items, CancellationToken cancel)
    {
        var ids = items.ConvertAll(i => i.PostId);
        var running = db.Dockets.AsNoTracking().Where(d => ids.Contains(d.PostId));
        var reasons = await running.SelectMany(d => db.Flags.Where(f => f.PostId == d.PostId && f.Hearing == d.Hearing))
            .GroupBy(f => new { f.PostId, f.Reason }).Select(g => new { g.Key.PostId, g.Key.Reason, Count = g.Count() }).ToListAsync(cancel);
        var notes = await running
            .SelectMany(d => db.Flags.Where(f => f.PostId == d.PostId && f.Hearing == d.Hearing && f.Note != null).OrderBy(f => f.At).Take(MostNotes))
            .Select(f => new { f.PostId, f.Note, f.At }).ToListAsync(cancel);
        foreach (var item in items)
        {
            item.Reasons = [.. reasons.Where(r => r.PostId == item.PostId).OrderByDescending(r => r.Count).ThenBy(r => r.Reason).Select(r => new ReasonCount(r.Reason, r.Count))];
            item.Notes = [.. notes.Where(n => n.PostId == item.PostId).OrderBy(n => n.At).Select(n => n.Note!)];
        }
    }

    private async Task AddRecordsAsync(List<QueueItem> items, CancellationToken cancel)
    {
        var authors = items.ConvertAll(i => (long?)i.AuthorId);
        var earlier = await db.Decisions.AsNoTracking().Where(d => authors.Contains(d.ConcernedId))
            .GroupBy(d => new { d.ConcernedId, d.Measure }).Select(g => new { g.Key.ConcernedId, g.Key.Measure, Count = g.Count() }).ToListAsync(cancel);
        foreach (var item in items)
            item.Record = [.. earlier.Where(e => e.ConcernedId == item.AuthorId).OrderBy(e => e.Measure).Select(e => new MeasureCount(e.Measure, e.Count))];
    }

    private static IQueryable<Docket> After(IQueryable<Docket> waiting, string? cursor)
    {
        if (cursor?.Split('.') is not [var count, var since, var id] || !int.TryParse(count, CultureInfo.InvariantCulture, out var flags)
            || !long.TryParse(since, CultureInfo.InvariantCulture, out var ticks) || !long.TryParse(id, CultureInfo.InvariantCulture, out var post)
            || ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks) return waiting;
        DateTimeOffset? at = new DateTimeOffset(ticks, TimeSpan.Zero);
        return waiting.Where(d => d.OpenCount < flags || (d.OpenCount == flags && (d.OpenSince > at || (d.OpenSince == at && d.PostId > post))));
    }

    private static string Cursor(QueueItem last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.OpenCount}.{last.OpenSince.UtcTicks}.{last.PostId}");
}
