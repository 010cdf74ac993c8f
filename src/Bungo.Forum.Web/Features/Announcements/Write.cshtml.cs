using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>A draft from its first word to its publication. Enter in a field saves; nothing goes out by accident.</summary>
[Authorize(Policy = nameof(Permission.PublishAnnouncement))]
public sealed class WritePage(ForumDb db, ActRecorder acts, Publishing publishing, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? PublishAt { get; set; }

    [BindProperty]
    public string? PinnedUntil { get; set; }

    [BindProperty]
    public int Edition { get; set; }

    public AnnouncementDraft? Draft { get; private set; }
    public RenderedHtml? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Id is null) return Page();
        if (!await FindAsync(await Viewer.AccountAsync(cancel), cancel)) return NotFound();
        (Subject, Body, Edition) = (Draft!.Title, Draft.Body, Draft.Edition);
        PublishAt = Draft.Schedule is { } schedule ? Wib.Input(schedule.At) : null;
        PinnedUntil = Draft.PinUntil is { } end ? Wib.LastDayInput(end) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "aksi")] string? action, string? preview, CancellationToken cancel)
    {
        if (preview is not null)
        {
            Preview = Markdown.Preview(Body);
            return Id is null || await FindAsync(await Viewer.AccountAsync(cancel), cancel) ? Page() : NotFound();
        }

        await acts.BeginAsync(cancel);
        // The author's row orders two sends of one form.
        await db.LockAccountAsync(Viewer.Id, cancel);
        var author = await Viewer.AccountAsync(cancel);
        await db.LockAnnouncementDraftAsync(Id, cancel);
        if (await db.FindSubmissionAsync(author.Id, FormKey, cancel) is { } sent) return LocalRedirect(sent.Address);
        if (Id is not null && !await FindAsync(author, cancel)) return NotFound();
        // What names no day is before every day, and is refused as one that is over.
        DateTimeOffset? pinEnd = string.IsNullOrEmpty(PinnedUntil) ? null : Wib.EndOfDay(PinnedUntil) ?? DateTimeOffset.MinValue;
        var written = new WrittenDraft(Subject, Body, Wib.FromInput(PublishAt), pinEnd, Edition, action);
        var done = await publishing.WriteAsync(written, Draft, author, cancel);
        if (done.IsRefused(out var refusal)) return RefuseAt(refusal);
        var (address, notice) = done.Value switch
        {
            AnnouncementPublished published => (Urls.Announcement(published.Announcement.Slug), T("Pengumuman sudah terbit.", "The announcement is published.")),
            AnnouncementPrepared prepared => (Urls.ManageAnnouncements, Saved(prepared.Draft)),
            var other => throw new InvalidOperationException($"{other} is no act of writing."),
        };
        db.Add(new Submission(author.Id, FormKey, address, clock.GetUtcNow()));
        await acts.CommitAsync(done.Value, cancel);
        return Done(address, notice);
    }

    // Another office's draft is as good as none. Any other refusal is told with the form, which has what was typed.
    private async Task<bool> FindAsync(Account author, CancellationToken cancel)
    {
        Draft = await db.AnnouncementDrafts.FirstOrDefaultAsync(d => d.Id == Id, cancel);
        return Draft is not null && !(Draft.MayManage(author, clock.GetUtcNow()).IsRefused(out var refusal) && refusal == AnnouncementRefusals.OtherOffice);
    }

    private PageResult RefuseAt(Refusal refusal)
    {
        if (refusal == AnnouncementRefusals.ChangedMeanwhile)
        {
            // Whoever was told that somebody else saved may send their own text again; it is then theirs to answer for.
            Edition = Draft!.Edition;
            ModelState.Remove(nameof(Edition));
        }

        return Refuse(refusal, FormFields.Of(refusal));
    }

    private static string Saved(AnnouncementDraft draft) => draft.Schedule is { } schedule
        ? T($"Tersimpan; terbit sendiri pada {Wib.Full(schedule.At)}.", $"Saved; it will publish itself on {Wib.Full(schedule.At)}.")
        : T("Konsep tersimpan.", "The draft is saved.");
}
