using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Answers;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class AnswerPage(ForumDb db) : ForumPage
{
    public Answer Answer { get; private set; } = null!;
    public RenderedHtml Reason { get; private set; } = null!;

    /// <summary>The input that says the same, when it can be read.</summary>
    public InputLine? Same { get; private set; }

    /// <summary>What it answers and can still be read, in the order it was asked.</summary>
    public IReadOnlyList<InputLine> Inputs { get; private set; } = [];

    /// <summary>Inputs it answers that were withdrawn, hidden or erased since.</summary>
    public int Gone { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await db.Answers.AsNoTracking().Include(a => a.Consultation).FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } found) return NotFound();
        Answer = found;
        PublicCache.Tag(HttpContext, Streams.Consultation(found.ConsultationId));
        Reason = Markdown.Render(found.Reason);
        var all = db.AnsweredInputs.AsNoTracking().Where(a => a.AnswerId == id);
        Inputs = await InputLine.From(all.Select(a => a.Input!).Where(p => p.Hiding == null && p.WithdrawnAt == null).OrderBy(p => p.PostedAt).ThenBy(p => p.Id)).ToListAsync(cancel);
        Gone = await all.CountAsync(cancel) - Inputs.Count;
        if (found.DuplicateOfId is { } same)
            Same = await InputLine.From(db.Posts.AsNoTracking().Where(p => p.Id == same && p.Hiding == null && p.WithdrawnAt == null)).FirstOrDefaultAsync(cancel);
        return Page();
    }
}
