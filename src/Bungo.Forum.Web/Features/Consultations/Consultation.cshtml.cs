using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class ConsultationPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public ConsultationHead Head { get; private set; } = null!;
    public Consultation Consultation => Head.Consultation;
    public Round Round { get; private set; } = null!;
    public RenderedHtml? Summary { get; private set; }
    public IReadOnlyList<CriterionCard> Criteria { get; private set; } = [];
    public IReadOnlyList<Topic> FreeTopics { get; private set; } = [];
    public long LiveNumber { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await db.Consultations.AsNoTracking().Include(c => c.Round).Where(c => c.Slug == slug).FirstOrDefaultAsync(cancel);
        if (found is null || found.PhaseAt(now) == Phase.Unpublished) return NotFound();
        var stream = Streams.Consultation(found.Id);
        PublicCache.Tag(HttpContext, stream);
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == stream).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        Round = found.Round!;
        Head = await ConsultationHead.ReadAsync(db, found, now, cancel);
        Summary = found.Summary.Length > 0 ? Markdown.Render(found.Summary) : null;
        var version = await db.CriteriaVersions.AsNoTracking().FirstAsync(v => v.RoundId == found.RoundId && v.Number == found.CriteriaNumber, cancel);
        var topics = await db.Topics.AsNoTracking().Where(t => t.ConsultationId == found.Id).OrderByDescending(t => t.LastPostAt).Take(300).ToListAsync(cancel);
        var byCode = topics.Where(t => t.CriterionCode is not null).ToDictionary(t => t.CriterionCode!);
        Criteria = [.. version.Criteria.Select(c => new CriterionCard(c, byCode.GetValueOrDefault(c.Code)))];
        FreeTopics = [.. topics.Where(t => t.CriterionCode is null)];
        return Page();
    }
}
