using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

[Authorize(Policy = nameof(Permission.PublishAnnouncement))]
public sealed class CorrectPage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version that stood when the form was shown.</summary>
    [BindProperty]
    public int Number { get; set; }

    public Announcement Announcement { get; private set; } = null!;
    public RenderedHtml? Preview { get; private set; }

    /// <summary>The words that stand, when they are not those the form began with.</summary>
    public RenderedHtml? Standing { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await ShowAsync(slug, cancel)) return NotFound();
        (Subject, Body, Number) = (Announcement.Title, Announcement.Body, Announcement.Number);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? preview, CancellationToken cancel)
    {
        if (preview is not null)
        {
            Preview = Markdown.Preview(Body);
            return await ShowAsync(slug, cancel) ? Page() : NotFound();
        }

        await acts.BeginAsync(cancel);
        var official = await Viewer.AccountAsync(cancel);
        await db.LockAnnouncementAsync(slug, cancel);
        if (await db.Announcements.FirstOrDefaultAsync(a => a.Slug == slug, cancel) is not { } announcement) return NotFound();
        Announcement = announcement;
        if (await db.FindSubmissionAsync(official.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        var corrected = announcement.Correct(official, Subject, Body, Reason, Number, clock.GetUtcNow());
        if (corrected.IsRefused(out var refusal)) return RefuseAt(refusal);
        var address = Urls.Announcement(slug);
        db.Add(corrected.Value);
        db.Add(new Submission(official.Id, FormKey, address, clock.GetUtcNow()));
        await acts.CommitAsync(new AnnouncementCorrected(announcement, corrected.Value, official), cancel);
        return Done(address, T("Koreksi sudah terbit.", "The correction is published."));
    }

    /// <summary>Reads what the form is about, without a lock; false when it is not theirs to correct.</summary>
    private async Task<bool> ShowAsync(string slug, CancellationToken cancel)
    {
        var official = await Viewer.AccountAsync(cancel);
        if (await db.Announcements.AsNoTracking().FirstOrDefaultAsync(a => a.Slug == slug, cancel) is not { } announcement) return false;
        Announcement = announcement;
        return !announcement.MayChange(official, clock.GetUtcNow()).IsRefused(out _);
    }

    private PageResult RefuseAt(Refusal refusal)
    {
        if (refusal == AnnouncementRefusals.ChangedMeanwhile)
        {
            Number = Announcement.Number;
            ModelState.Remove(nameof(Number));
            Standing = Markdown.Render(Announcement.Body);
        }

        return Refuse(refusal, FormFields.Of(refusal));
    }
}
