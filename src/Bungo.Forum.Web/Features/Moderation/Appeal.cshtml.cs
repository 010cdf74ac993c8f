using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>For every member, also one who is suspended: whether this person may appeal is asked of the case, not of their role.</summary>
[Authorize]
public sealed class AppealPage(ForumDb db, ActRecorder acts, WorkingCalendar calendar, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AppealCase Case { get; private set; } = null!;

    /// <summary>Why there is no form; one who has typed into it keeps it, beside the reason.</summary>
    public Refusal? StepsBack { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.AppealCaseAsync(Id, cancel) is not { } found) return NotFound();
        Case = found;
        Case.MayFile(await Viewer.AccountAsync(cancel), clock.GetUtcNow()).IsRefused(out var refusal);
        StepsBack = refusal;
        return Page();
    }

    // The account before the decision, as for who rules on it.
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var account = await Viewer.AccountAsync(cancel);
        await db.LockDecisionAsync(Id, cancel);
        if (await db.FindSubmissionAsync(account.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        if (await db.AppealCaseAsync(Id, cancel) is not { } found) return NotFound();
        Case = found;
        var now = clock.GetUtcNow();
        var filed = Case.File(account, Reason, now, calendar.EndAfter(now, Appeal.DaysToDecide));
        if (filed.IsRefused(out var refusal)) return Refuse(refusal, FieldOf(refusal));

        db.Add(filed.Value);
        db.Add(new Submission(account.Id, FormKey, Urls.Decision(Id), now, filed.Value.Id, filed.Value.ActId));
        await acts.CommitAsync(new AppealFiled(filed.Value), cancel);
        return Done(Urls.Decision(Id), T("Banding Anda sudah diterima. Anda akan diberi tahu putusannya.", "Your appeal has been received. You will be told of the ruling."), filed.Value.ActId);
    }

    private static string FieldOf(Refusal refusal) =>
        refusal == ModerationRefusals.ReasonTooShort || refusal == ModerationRefusals.ReasonTooLong ? nameof(Reason) : "";
}
