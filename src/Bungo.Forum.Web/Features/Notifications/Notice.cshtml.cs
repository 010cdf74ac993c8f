using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Notifications;

/// <summary>
/// Opening a notice is reading it. One about a reply leads to the reply; one about a decision shows the
/// statement of reasons, and to the author of a hidden post the words that nobody else sees any more.
/// </summary>
[Authorize]
public sealed class NoticePage(ForumDb db, TimeProvider clock) : ForumPage
{
    public NoticeLine Line { get; private set; } = null!;
    public Decision Decision { get; private set; } = null!;
    public AppealRuling? Ruling { get; private set; }
    public Topic? Topic { get; private set; }
    public int? PostNumber { get; private set; }

    /// <summary>The viewer's own hidden words; null for every other notice.</summary>
    public RenderedHtml? HiddenWords { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var own = db.Notices.Where(n => n.Id == id && n.AccountId == Viewer.Id);
        var notice = await own.Include(n => n.Post!.Topic).Include(n => n.Decision!.Post!.Topic).Include(n => n.Decision!.Topic).Include(n => n.Ruling).AsSplitQuery().FirstOrDefaultAsync(cancel);
        if (notice is null) return NotFound();
        if (notice.ReadAt is null)
        {
            notice.Read(clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }

        if (notice.Post is { } reply) return LocalRedirect(Urls.Post(reply.Topic!, reply.Number));
        Line = await NoticeLine.From(own.AsNoTracking()).FirstAsync(cancel);
        Ruling = notice.Ruling;
        Show(notice.Decision!);
        return Page();
    }

    private void Show(Decision decision)
    {
        Decision = decision;
        Topic = decision.Post?.Topic ?? decision.Topic;
        PostNumber = decision.Post?.Number;
        if (decision is { Measure: Measure.Hide, Post: { IsHidden: true } post } && post.AuthorId == Viewer.Id) HiddenWords = Markdown.Render(post.Body);
    }
}
