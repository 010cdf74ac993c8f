using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// The open polls in which the viewer has voted, for a page of theirs; invoked by name like <see cref="PollsViewComponent"/>.
/// It tells that a ballot lies in the box and not what is on it, for who looks over a shoulder. Of a closed poll nobody
/// can tell even that: with the poll's key went the knowledge whose ballot is whose.
/// </summary>
public sealed class OwnBallotsViewComponent(ForumDb db, Viewer viewer, TimeProvider clock) : ViewComponent
{
    private const string Template = "/Features/Polls/_OwnBallots.cshtml";

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var cancel = HttpContext.RequestAborted;
        // A session may outlive its account for as long as it is trusted without asking.
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == viewer.Id, cancel) is not { } account) return View(Template, new List<Poll>());
        var keys = await db.PollKeys.AsNoTracking().ToListAsync(cancel);
        var nullifiers = keys.Select(k => k.NullifierOf(account)).ToArray();
        var now = clock.GetUtcNow();
        var voted = await db.Polls.AsNoTracking()
            .Where(p => p.Closure == null && p.ClosesAt > now && db.Ballots.Any(b => b.PollId == p.Id && nullifiers.Contains(b.Nullifier)))
            .OrderBy(p => p.ClosesAt).ThenBy(p => p.Id).ToListAsync(cancel);
        return View(Template, voted);
    }
}
