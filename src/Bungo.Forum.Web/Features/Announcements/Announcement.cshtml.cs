using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class AnnouncementPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public AnnouncementView Announcement { get; private set; } = null!;
    public long LiveNumber { get; private set; }

    /// <summary>Whether the viewer's office may correct and withdraw it.</summary>
    public bool IsOwnOffice { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Announcements);
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == Streams.Announcements).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        var found = await AnnouncementView.ReadAsync(db, db.Announcements.Where(a => a.Slug == slug), clock.GetUtcNow(), cancel);
        if (found.Count == 0) return NotFound();
        Announcement = found[0];
        if (Viewer.May(Permission.PublishAnnouncement))
            IsOwnOffice = (await Viewer.AccountAsync(cancel)).Office == Announcement.Line.Office && Announcement.Line.Withdrawal is null;
        return Page();
    }
}
