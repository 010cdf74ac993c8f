using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// Answers the appeals that wait against one decision. Locks as who decides takes them (what it is about first), then
/// the decision: of two who rule at once the second finds nothing left to rule on.
/// </summary>
[Authorize(Policy = nameof(Permission.HearAppeals))]
public sealed class RuleOnAppealPage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Code of an <see cref="AppealOutcome"/>: the pressed button.</summary>
    [BindProperty(Name = "hasil")]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AppealCase Case { get; private set; } = null!;
    public IReadOnlyList<Appeal> Waiting { get; private set; } = [];

    /// <summary>Why this person sees no form.</summary>
    public Refusal? StepsBack { get; private set; }

    /// <summary>What was hidden is shown to moderators, and to an evaluator who has an appeal to rule on: not to one who tries numbers.</summary>
    public bool MayRead => StepsBack is null || Viewer.May(Permission.Moderate);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.AppealCaseAsync(Id, cancel) is not { } found) return NotFound();
        Show(found);
        Case.MayRule(await Viewer.AccountAsync(cancel), clock.GetUtcNow()).IsRefused(out var refusal);
        StepsBack = refusal;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var by = await LockAsync(cancel);
        if (await db.FindSubmissionAsync(by.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        if (await db.AppealCaseAsync(Id, cancel) is not { } found) return NotFound();
        Show(found);
        var ruled = Case.Rule(by, Codes.ParseOutcome(Chosen), Reason, clock.GetUtcNow());
        if (ruled.IsRefused(out var refusal)) return Refuse(refusal, FieldOf(refusal));

        var ruling = ruled.Value;
        db.Add(ruling);
        db.Add(new Submission(by.Id, FormKey, Urls.Decision(Id), ruling.At, ruling.Id, ruling.ActId));
        await acts.CommitAsync([new AppealsRuled(ruling), .. TakenBack(ruling)], cancel);
        return Done(Urls.Decision(Id), T("Putusan banding sudah dicatat.", "The ruling has been recorded."), ruling.ActId);
    }

    private async Task<Account> LockAsync(CancellationToken cancel)
    {
        var target = await db.Decisions.AsNoTracking().Where(d => d.Id == Id).Select(d => new { d.PostId, d.TopicId, d.AccountId }).FirstOrDefaultAsync(cancel);
        if (target?.TopicId is { } topic) await db.LockTopicAsync(topic, cancel);
        if (target?.PostId is { } post)
        {
            await db.LockTopicOfPostAsync(post, cancel);
            await db.LockPostAsync(post, cancel);
        }

        // As for decisions about accounts: of two who hold each other's, the lower id goes first.
        if (target?.AccountId is { } account)
        {
            if (Viewer.Id < account) await Viewer.AccountAsync(cancel);
            await db.LockAccountAsync(account, cancel);
        }

        var by = await Viewer.AccountAsync(cancel);
        await db.LockDecisionAsync(Id, cancel);
        return by;
    }

    private static IEnumerable<Act> TakenBack(AppealRuling ruling) => ruling.Restoring is { } restoring ? [new DecisionMade(restoring)] : [];

    private void Show(AppealCase found) => (Case, Waiting) = (found, [.. found.Waiting]);

    private static string FieldOf(Refusal refusal) =>
        refusal == ModerationRefusals.ReasonTooShort || refusal == ModerationRefusals.ReasonTooLong ? nameof(Reason) : "";
}
