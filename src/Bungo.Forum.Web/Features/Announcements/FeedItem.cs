using System.Globalization;
using System.Net;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Rendering;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>An announcement as feeds carry it, whole: a reader may never open the page.</summary>
/// <param name="Reason">Why the standing version replaced the one before; null for the first.</param>
public sealed record FeedItem(
    long Id, Guid ObjectId, string Slug, string Title, string Body, string Office, DateTimeOffset PublishedAt, DateTimeOffset ChangedAt, int Number,
    bool IsPinned, string? Reason, Withdrawal? Withdrawal)
{
    /// <summary>Stays the same through corrections and a change of the site's address.</summary>
    public string Name => $"urn:uuid:{ObjectId}";

    public string Headline => Withdrawal is null ? Title : T($"Ditarik: {Title}", $"Withdrawn: {Title}");

    public static IQueryable<FeedItem> From(ForumDb db, IQueryable<Announcement> announcements, DateTimeOffset now) => announcements.Select(a => new FeedItem(
        a.Id, a.ObjectId, a.Slug, a.Title, a.Body, a.Office, a.PublishedAt, a.ChangedAt, a.Number, a.Pin != null && a.Pin.Until > now,
        db.AnnouncementVersions.Where(v => v.AnnouncementId == a.Id && v.Number == a.Number).Select(v => v.Reason).FirstOrDefault(),
        a.Withdrawal));

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
