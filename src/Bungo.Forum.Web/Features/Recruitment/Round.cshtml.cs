using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Recruitment;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class RoundPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<int> Versions { get; private set; } = [];
    public Domain.Consultations.Consultation? Consultation { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, PublicActs.Streams.Consultations);
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Code == code, cancel) is not { } round) return NotFound();
        Round = round;
        Versions = await db.CriteriaVersions.Where(v => v.RoundId == round.Id).OrderByDescending(v => v.Number).Select(v => v.Number).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        Consultation = await db.Consultations.AsNoTracking().Where(c => c.RoundId == round.Id && c.Timetable.PublishedAt <= now)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        return Page();
    }
}
