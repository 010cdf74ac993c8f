using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>One version of the criteria, and word by word what it changed in the one before.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class VersionPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public Consultation Consultation { get; private set; } = null!;
    public CriteriaVersion Version { get; private set; } = null!;
    public CriteriaVersion? Previous { get; private set; }
    public IReadOnlyList<int> Numbers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        var found = await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug, cancel);
        if (found is null || (found.PhaseAt(clock.GetUtcNow()) == Phase.Unpublished && !Viewer.May(Permission.PublishConsultation))) return NotFound();
        PublicCache.Tag(HttpContext, Streams.Consultation(found.Id));
        Consultation = found;
        var versions = await db.CriteriaVersions.AsNoTracking().Where(v => v.RoundId == found.RoundId && v.Number <= found.CriteriaNumber)
            .OrderBy(v => v.Number).ToListAsync(cancel);
        Numbers = [.. versions.Select(v => v.Number)];
        if (versions.Find(v => v.Number == number) is not { } version) return NotFound();
        Version = version;
        Previous = versions.FindLast(v => v.Number < number);
        return Page();
    }

    /// <summary>Criteria of either version, in this version's order, those that are gone last.</summary>
    public IEnumerable<(Criterion? Old, Criterion? New)> Pairs()
    {
        var old = Previous?.Criteria.ToDictionary(c => c.Code) ?? [];
        foreach (var criterion in Version.Criteria) yield return (old.GetValueOrDefault(criterion.Code), criterion);
        foreach (var gone in old.Values.Where(o => Version.Criteria.All(c => c.Code != o.Code))) yield return (gone, null);
    }
}
