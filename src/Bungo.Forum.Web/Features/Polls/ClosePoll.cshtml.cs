using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Polls;

[Authorize(Policy = nameof(Permission.OpenPoll))]
public sealed class ClosePollPage(ForumDb db, PollDesk desk, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Poll Poll { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Polls.AsNoTracking().FirstOrDefaultAsync(p => p.Id == Id, cancel) is not { } poll) return NotFound();
        Poll = poll;
        return poll.StateAt(clock.GetUtcNow()) == PollState.Open ? Page() : LocalRedirect(Urls.Poll(poll));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.TakeAsync(Id, cancel) is not { } poll) return NotFound();
        Poll = poll;
        var closed = await desk.CloseAsync(await Viewer.AccountAsync(cancel), poll, Reason, cancel);
        if (closed.IsRefused(out var refusal)) return Refuse(refusal, nameof(Reason));
        return Done(Urls.Poll(poll), T("Jajak sudah ditutup.", "The poll is closed."));
    }
}
