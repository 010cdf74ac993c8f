using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// The polls of a consultation, for its page; without one the open and coming polls, for the home page. Those
/// pages invoke it by name and so need not know this feature: <c>Component.InvokeAsync("Polls", new { consultationId })</c>.
/// Their live stream must be the consultation's, or <c>polls</c>.
/// </summary>
public sealed class PollsViewComponent(PollList list) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(long? consultationId = null)
    {
        var cancel = HttpContext.RequestAborted;
        var polls = consultationId is null ? await list.CurrentAsync(cancel) : (await list.ReadAsync(consultationId, null, cancel)).Polls;
        return View("/Features/Polls/_PollsOf.cshtml", new PollsOf(polls, consultationId));
    }
}

public sealed record PollsOf(IReadOnlyList<PollView> Polls, long? ConsultationId);
