using System.Globalization;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>An announcement as a list shows it, the same to everybody.</summary>
public sealed record AnnouncementLine
{
    private const int LongestExcerpt = 220;

    public required long Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public required string Office { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Number { get; init; }
    public required bool IsPinned { get; init; }
    public Withdrawal? Withdrawal { get; init; }

    public bool IsCorrected => Number > 1;
    public string Address => Urls.Announcement(Slug);
    public string Excerpt => Markdown.Excerpt(Body, LongestExcerpt);

    /// <summary>Where a list, newest first, puts it by ordinal comparison.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{PublishedAt.UtcDateTime:yyyyMMddHHmmssffffff}.{Id:D19}");

    public static IQueryable<AnnouncementLine> From(IQueryable<Announcement> announcements, DateTimeOffset now) => announcements.Select(a => new AnnouncementLine
    {
        Id = a.Id,
        Slug = a.Slug,
        Title = a.Title,
        Body = a.Body,
        Office = a.Office,
        PublishedAt = a.PublishedAt,
        ChangedAt = a.ChangedAt,
        Number = a.Number,
        IsPinned = a.Pin != null && a.Pin.Until > now,
        Withdrawal = a.Withdrawal,
    });
}
