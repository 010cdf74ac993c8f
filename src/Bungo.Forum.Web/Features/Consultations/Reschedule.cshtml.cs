using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>Moves the moments of a consultation that are still to come; those that are over are told, not asked.</summary>
[Authorize(Policy = nameof(Permission.PublishConsultation))]
public sealed class ReschedulePage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty] public DateTime? PublishedAt { get; set; }
    [BindProperty] public DateTime? InputOpensAt { get; set; }
    [BindProperty] public DateTime? InputClosesAt { get; set; }
    [BindProperty] public DateTime? AdoptedAt { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        if (await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug, cancel) is not { } found) return NotFound();
        Consultation = found;
        var t = found.Timetable;
        (PublishedAt, InputOpensAt, InputClosesAt, AdoptedAt) = (Local(t.PublishedAt), Local(t.InputOpensAt), Local(t.InputClosesAt), Local(t.AdoptedAt));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        await acts.BeginAsync(cancel);
        var id = await db.Consultations.Where(c => c.Slug == slug).Select(c => c.Id).FirstOrDefaultAsync(cancel);
        await db.LockConsultationAsync(id, cancel);
        var by = await Viewer.AccountAsync(cancel);
        if (await db.Consultations.FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } found) return NotFound();
        Consultation = found;
        var t = found.Timetable;
        var moved = new Timetable(
            Typed(PublishedAt, t.PublishedAt), Typed(InputOpensAt, t.InputOpensAt), Typed(InputClosesAt, t.InputClosesAt), Typed(AdoptedAt, t.AdoptedAt));
        var result = found.Reschedule(by, moved, Now);
        if (result.IsRefused(out var refusal)) return Refuse(refusal, FieldOf(refusal));
        if (moved == t) return Done(Urls.Consultation(found), T("Jadwal tidak berubah.", "The timetable has not changed."));
        await acts.CommitAsync(new ConsultationChanged(found), cancel);
        return Done(Urls.Consultation(found), T("Jadwal baru sudah berlaku.", "The new timetable applies."));
    }

    // The field knows minutes: an untouched one must not shave the seconds off what it shows. One that is over is
    // not asked for, and keeps what it was.
    private static DateTimeOffset Typed(DateTime? typed, DateTimeOffset was) =>
        typed is { } local && local != Local(was) ? Wib.FromInput(local) : was;

    private static DateTime Local(DateTimeOffset at)
    {
        var local = Wib.Local(at).DateTime;
        return local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
    }

    private static string FieldOf(Refusal refusal) =>
        refusal == ConsultationRefusals.InputCutShort || refusal == ConsultationRefusals.InputTooShort ? nameof(InputClosesAt) : "";
}
