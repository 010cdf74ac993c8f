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

/// <summary>An evaluator examines one decision of a sample, with the words it was about, and says once what they found.</summary>
[Authorize(Policy = nameof(Permission.Evaluate))]
public sealed class ReviewPage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public string Month { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Rank { get; set; }

    /// <summary>Code of a <see cref="ReviewVerdict"/>: the pressed button.</summary>
    [BindProperty(Name = "hasil")]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReviewItem Item { get; private set; } = null!;

    /// <summary>Why there is no form.</summary>
    public Refusal? StepsBack { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Item.MayJudge(await Viewer.AccountAsync(cancel), clock.GetUtcNow()).IsRefused(out var refusal);
        StepsBack = refusal;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var by = await Viewer.AccountAsync(cancel);
        await db.LockReviewItemAsync(Month, Rank, cancel);
        if (!await LoadAsync(cancel)) return NotFound();
        var judged = Item.Judge(by, Codes.ParseVerdict(Chosen), Reason, clock.GetUtcNow());
        if (judged.IsRefused(out var refusal))
            return Refuse(refusal, refusal == ModerationRefusals.ReasonTooShort || refusal == ModerationRefusals.ReasonTooLong ? nameof(Reason) : "");

        await acts.CommitAsync(new DecisionReviewed(Item), cancel);
        return Done(Urls.Sample(Month), T("Temuan Anda sudah dicatat.", "Your finding has been recorded."), Item.ActId);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await db.ReviewItems.Include(i => i.Decision!.Post!.Topic).Include(i => i.Decision!.Topic).Include(i => i.Decision!.Undone)
            .FirstOrDefaultAsync(i => i.Month == Month && i.Rank == Rank, cancel);
        if (found is null) return false;
        Item = found;
        return true;
    }
}
