using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Recruitment;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class RoundPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public Round Round { get; private set; } = null!;

    /// <summary>The newest criteria; null while there are none.</summary>
    public CriteriaVersion? Criteria { get; private set; }

    public Domain.Consultations.Consultation? Consultation { get; private set; }

    /// <summary>The calendar day here, in WIB.</summary>
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, PublicActs.Streams.Consultations);
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Code == code, cancel) is not { } round) return NotFound();
        Round = round;
        var now = clock.GetUtcNow();
        Today = DateOnly.FromDateTime(Wib.Local(now).DateTime);
        Criteria = await db.CriteriaVersions.AsNoTracking().FirstOrDefaultAsync(v => v.RoundId == round.Id && v.Number == round.LastCriteria, cancel);
        Consultation = await db.Consultations.AsNoTracking().Where(c => c.RoundId == round.Id && c.Timetable.PublishedAt <= now).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        return Page();
    }
}
