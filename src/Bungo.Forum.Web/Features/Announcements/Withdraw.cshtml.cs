using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

[Authorize(Policy = nameof(Permission.PublishAnnouncement))]
public sealed class WithdrawPage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Announcement Announcement { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var official = await Viewer.AccountAsync(cancel);
        if (await db.Announcements.AsNoTracking().FirstOrDefaultAsync(a => a.Slug == slug, cancel) is not { } announcement
            || announcement.MayChange(official, clock.GetUtcNow()).IsRefused(out _)) return NotFound();
        Announcement = announcement;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var official = await Viewer.AccountAsync(cancel);
        await db.LockAnnouncementAsync(slug, cancel);
        if (await db.Announcements.FirstOrDefaultAsync(a => a.Slug == slug, cancel) is not { } announcement) return NotFound();
        Announcement = announcement;
        if (announcement.Withdraw(official, Reason, clock.GetUtcNow()).IsRefused(out var refusal)) return Refuse(refusal, nameof(Reason));
        await acts.CommitAsync(new AnnouncementWithdrawn(announcement, official), cancel);
        return Done(Urls.Announcement(slug), T("Pengumuman sudah ditarik.", "The announcement is withdrawn."));
    }
}
