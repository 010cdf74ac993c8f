using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Answers;

[Authorize(Policy = nameof(Permission.Participate))]
public sealed class ObjectToPage(AnswerDesk desk, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Post Input { get; private set; } = null!;
    public Refusal? NotNow { get; private set; }
    public string Address => Urls.Post(Input.Topic!, Input.Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Objection.May(Input, await Viewer.AccountAsync(cancel), clock.GetUtcNow()).IsRefused(out var refusal) && refusal == DiscussionRefusals.NotYourPost) return Forbid();
        NotNow = refusal;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.TakeAsync([Id], cancel);
        if (!await LoadAsync(cancel)) return NotFound();
        var raised = await desk.ObjectAsync(Input, await Viewer.AccountAsync(cancel), cancel);
        if (raised.IsRefused(out var refusal)) return refusal == DiscussionRefusals.NotYourPost ? Forbid() : Refuse(refusal);
        return Done(Address, T("Pernyataan Anda dicatat. Kantor wajib menanggapi lagi.", "Your word is recorded. The office must answer again."));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await desk.Tracked().FirstOrDefaultAsync(p => p.Id == Id, cancel) is not { } input) return false;
        Input = input;
        return true;
    }
}
