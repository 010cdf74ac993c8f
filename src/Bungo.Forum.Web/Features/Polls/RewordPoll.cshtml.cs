using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>Before it opens only; sending the form twice words it the same twice.</summary>
[Authorize(Policy = nameof(Permission.OpenPoll))]
public sealed class RewordPollPage(ForumDb db, PollDesk desk, PollSubjects subjects, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(Name = "")]
    public PollForm Form { get; set; } = new();

    public Poll Poll { get; private set; } = null!;
    public IReadOnlyList<SubjectChoice> Subjects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Polls.AsNoTracking().FirstOrDefaultAsync(p => p.Id == Id, cancel) is not { } poll) return NotFound();
        if (poll.StateAt(clock.GetUtcNow()) != PollState.Scheduled) return LocalRedirect(Urls.Poll(poll));
        (Poll, Form) = (poll, PollForm.Of(poll));
        Subjects = await subjects.ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.TakeAsync(Id, cancel) is not { } poll) return NotFound();
        Poll = poll;
        var plan = Form.Plan();
        if (plan.IsRefused(out var refusal)) return await RefuseAsync(refusal, cancel);
        var subject = await subjects.FindAsync(Form.About, cancel);
        if (subject.IsRefused(out refusal)) return await RefuseAsync(refusal, cancel);
        if ((await desk.RewordAsync(await Viewer.AccountAsync(cancel), poll, plan.Value, subject.Value, cancel)).IsRefused(out refusal))
            return await RefuseAsync(refusal, cancel);
        return Done(Urls.Poll(poll), T("Perubahan tersimpan.", "Your changes are saved."));
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        Subjects = await subjects.ListAsync(cancel);
        return Refuse(refusal, Form.FieldOf(refusal));
    }
}
