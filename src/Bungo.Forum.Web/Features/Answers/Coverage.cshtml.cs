using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Answers;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class CoveragePage(ForumDb db, CoverageReading reading, AnswerTerm term, TimeProvider clock) : ForumPage
{
    /// <summary>Code of a disposition; empty for the inputs that await an answer.</summary>
    [BindProperty(SupportsGet = true, Name = "hasil")]
    public string? Outcome { get; set; }

    [BindProperty(SupportsGet = true, Name = "kriteria")]
    public string? Criterion { get; set; }

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public string? After { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public CoverageCounts Counts { get; private set; } = null!;
    public IReadOnlyList<InputLine> Lines { get; private set; } = [];
    public IReadOnlyList<CriterionChoice> Criteria { get; private set; } = [];
    public string? Next { get; private set; }
    public AnswerTerm Term => term;
    public Disposition? Chosen => Dispositions.Parse(Outcome);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug, cancel) is not { } found || found.PhaseAt(clock.GetUtcNow()) == Phase.Unpublished) return NotFound();
        Consultation = found;
        PublicCache.Tag(HttpContext, Streams.Consultation(found.Id));
        Counts = await reading.CountAsync(found.Id, cancel);
        Criteria = await reading.CriteriaAsync(found.Id, cancel);
        (Lines, Next) = await reading.ListAsync(found.Id, new CoverageFilter(Chosen, string.IsNullOrEmpty(Criterion) ? null : Criterion, null), TimeCursor.Parse(After), cancel);
        return Page();
    }
}
