using System.Globalization;
using System.Net;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>An announcement as feeds carry it, whole: a reader may never open the page.</summary>
/// <param name="Reason">Why the standing version replaced the one before; null for the first.</param>
public sealed record FeedItem(
    Guid ObjectId, string Slug, string Title, string Body, string Office, DateTimeOffset PublishedAt, DateTimeOffset ChangedAt, int Number,
    string? Reason, Withdrawal? Withdrawal)
{
    /// <summary>By last change, so that a correction of an old announcement reaches who follows.</summary>
    public const int Most = 30;

    /// <summary>Stays the same through corrections and a change of the site's address.</summary>
    public string Id => $"urn:uuid:{ObjectId}";

    public string Headline => Withdrawal is null ? Title : T($"Ditarik: {Title}", $"Withdrawn: {Title}");

    public static Task<List<FeedItem>> ReadAsync(ForumDb db, CancellationToken cancel) =>
        db.Announcements.AsNoTracking().OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id).Take(Most)
            .Select(a => new FeedItem(
                a.ObjectId, a.Slug, a.Title, a.Body, a.Office, a.PublishedAt, a.ChangedAt, a.Number,
                db.AnnouncementVersions.Where(v => v.AnnouncementId == a.Id && v.Number == a.Number).Select(v => v.Reason).FirstOrDefault(),
                a.Withdrawal))
            .ToListAsync(cancel);

    public string Address(string site) => site + Urls.Announcement(Slug);

    /// <param name="site">The site's public address: a feed is read elsewhere, so links in it are whole.</param>
    public string Html(string site)
    {
        if (Withdrawal is { } withdrawal)
            return Paragraph(T($"Ditarik pada {Wib.Full(withdrawal.At)}. Alasan: {withdrawal.Reason}", $"Withdrawn on {Wib.Full(withdrawal.At)}. Reason: {withdrawal.Reason}"));
        var correction = Reason is null ? "" : Paragraph(T($"Koreksi, versi {Number}: {Reason}", $"Correction, version {Number}: {Reason}"));
        return correction + Markdown.Render(Body, Address(site));
    }

    private static string Paragraph(string text) => string.Create(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(text)}</p>");
}
