using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>Everything of one's own office: drafts, what is scheduled, what is out.</summary>
[Authorize(Policy = nameof(Permission.PublishAnnouncement))]
public sealed class ManagePage(ForumDb db, ActRecorder acts, AnnouncementReading reading, TimeProvider clock) : ForumPage
{
    private const int PageSize = 30;
    private const int MostDrafts = 100;

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public string? After { get; set; }

    public string Office { get; private set; } = "";

    /// <summary>A week from now, for the form that pins to offer.</summary>
    public string SuggestedPinEnd => Wib.LastDayInput(clock.GetUtcNow().AddDays(7));
    public IReadOnlyList<AnnouncementDraft> Drafts { get; private set; } = [];
    public IReadOnlyList<AnnouncementDraft> Scheduled { get; private set; } = [];
    public AnnouncementSlice Published { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var official = await Viewer.AccountAsync(cancel);
        Office = official.Office ?? "";
        var drafts = await db.AnnouncementDrafts.AsNoTracking().Where(d => d.Office == Office).OrderByDescending(d => d.SavedAt).Take(MostDrafts).ToListAsync(cancel);
        Drafts = [.. drafts.Where(d => d.Schedule is null)];
        Scheduled = [.. drafts.Where(d => d.Schedule is not null).OrderBy(d => d.Schedule!.At)];
        Published = await reading.OfOfficeAsync(Office, After, PageSize, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDiscardAsync(long id, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var official = await Viewer.AccountAsync(cancel);
        await db.LockAnnouncementDraftAsync(id, cancel);
        var draft = await db.AnnouncementDrafts.FirstOrDefaultAsync(d => d.Id == id, cancel);
        if (draft is null) return NotFound();
        if (draft.MayManage(official, clock.GetUtcNow()).IsRefused(out var refusal)) return await RefuseHereAsync(refusal, cancel);
        db.Remove(draft);
        await acts.CommitAsync(new AnnouncementPrepared(draft), cancel);
        return Done(Urls.ManageAnnouncements, T("Konsep dihapus.", "The draft is deleted."));
    }

    /// <param name="pinnedUntil">The last day, as typed; empty takes the pin off.</param>
    public async Task<IActionResult> OnPostPinAsync(string slug, string? pinnedUntil, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var official = await Viewer.AccountAsync(cancel);
        await db.LockAnnouncementAsync(slug, cancel);
        if (await db.Announcements.FirstOrDefaultAsync(a => a.Slug == slug, cancel) is not { } announcement) return NotFound();
        var now = clock.GetUtcNow();
        var moved = string.IsNullOrEmpty(pinnedUntil) ? announcement.Unpin(official, now)
            : Wib.EndOfDay(pinnedUntil) is { } end ? announcement.PinUntil(official, end, now)
            : AnnouncementRefusals.PinEndsTooEarly;
        if (moved.IsRefused(out var refusal)) return await RefuseHereAsync(refusal, cancel);
        await acts.CommitAsync(new AnnouncementMoved(announcement), cancel);
        return Done(Urls.ManageAnnouncements, announcement.Pin is { } pin
            ? T($"Disematkan sampai {Wib.Date(pin.Until.AddTicks(-1))}.", $"Pinned until {Wib.Date(pin.Until.AddTicks(-1))}.")
            : T("Sematan dilepas.", "No longer pinned."));
    }

    private async Task<IActionResult> RefuseHereAsync(Refusal refusal, CancellationToken cancel)
    {
        await db.Database.RollbackTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        await OnGetAsync(cancel);
        return Refuse(refusal);
    }
}
