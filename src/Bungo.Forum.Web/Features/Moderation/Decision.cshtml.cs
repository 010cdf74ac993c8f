using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>One decision with its statement of reasons. What was hidden is not repeated here, nor its author's name.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class DecisionPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public Decision Decision { get; private set; } = null!;
    public Topic? Topic { get; private set; }
    public int? PostNumber { get; private set; }
    public long? UndoneBy { get; private set; }
    public AppealStory Story { get; private set; } = null!;

    /// <summary>Whether an appeal is worth trying; the form itself says more.</summary>
    public bool MayBeAppealed { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Moderation);
        var found = await db.Decisions.AsNoTracking().Where(d => d.Id == id)
            .Select(d => new
            {
                Decision = d,
                Topic = d.Post != null ? d.Post.Topic : d.Topic,
                PostNumber = d.Post != null ? d.Post.Number : (int?)null,
                UndoneBy = db.Decisions.Where(later => later.UndoneId == id).Select(later => (long?)later.Id).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);
        if (found is null) return NotFound();
        (Decision, Topic, PostNumber, UndoneBy) = (found.Decision, found.Topic, found.PostNumber, found.UndoneBy);
        var appeals = await db.Appeals.AsNoTracking().Where(a => a.DecisionId == id).OrderBy(a => a.Id).ToListAsync(cancel);
        var rulings = await db.AppealRulings.AsNoTracking().Where(r => r.DecisionId == id).OrderBy(r => r.Level).ToListAsync(cancel);
        var open = new AppealCase(Decision, appeals, rulings, UndoneBy is not null);
        MayBeAppealed = Decision.IsRestricting && UndoneBy is null && !open.IsOver && clock.GetUtcNow() <= open.FileUntil;
        Story = AppealStory.Of(appeals, rulings);
        return Page();
    }
}
