using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Passages;

/// <summary>One passage and what the version did to it.</summary>
public sealed record FateLine(PassageRecord Record, Passage Passage, Topic Topic);

/// <summary>What became of everything people commented on, when a version took the place of the one before.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class FatesPage(ForumDb db, TimeProvider clock) : ForumPage
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "nasib")]
    public Fate? Only { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public int Number { get; private set; }
    public IReadOnlyDictionary<Fate, int> Counts { get; private set; } = new Dictionary<Fate, int>();
    public IReadOnlyList<FateLine> Lines { get; private set; } = [];

    /// <summary>Cursor of the following lines; null at the end.</summary>
    public long? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, [FromQuery(Name = "setelah")] long? after, CancellationToken cancel)
    {
        var found = await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug, cancel);
        if (found is null || (found.PhaseAt(clock.GetUtcNow()) == Phase.Unpublished && !Viewer.May(Permission.PublishConsultation))) return NotFound();
        if (!await db.CriteriaVersions.AnyAsync(v => v.RoundId == found.RoundId && v.Number == number && number <= found.CriteriaNumber, cancel)) return NotFound();
        PublicCache.Tag(HttpContext, Streams.Consultation(found.Id));
        (Consultation, Number) = (found, number);
        var records = db.PassageRecords.AsNoTracking().Where(r => r.Version == number && r.Passage!.ConsultationId == found.Id);
        Counts = await records.GroupBy(r => r.Fate).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        if (Only is { } only) records = records.Where(r => r.Fate == only);
        if (after is { } last) records = records.Where(r => r.PassageId > last);
        var lines = await records.OrderBy(r => r.PassageId).Take(PageSize + 1)
            .Select(r => new { Record = r, r.Passage, r.Passage!.Topic }).ToListAsync(cancel);
        Lines = [.. lines.Take(PageSize).Select(l => new FateLine(l.Record, l.Passage!, l.Topic!))];
        Next = lines.Count > PageSize ? Lines[^1].Passage.Id : null;
        return Page();
    }
}
