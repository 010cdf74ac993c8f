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
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>One version of the criteria, and what it changed in the one before, or in any other.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class VersionPage(ForumDb db, TimeProvider clock) : ForumPage
{
    /// <summary>The version to compare with; the one before when none is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "dari")]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "tampil")]
    public string? View { get; set; }

    public bool SideBySide => View == "sejajar";

    public Consultation Consultation { get; private set; } = null!;
    public CriteriaVersion Version { get; private set; } = null!;
    public CriteriaVersion? Compared { get; private set; }
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
        Compared = From is { } from ? versions.Find(v => v.Number == from && from != number) : versions.FindLast(v => v.Number < number);
        return From is not null && Compared is null ? NotFound() : Page();
    }

    /// <summary>Reasons are those of this version against the one before it; against another they would explain only a part.</summary>
    public IEnumerable<CriterionChange> Changes() => CriterionChange.Between(
        Compared?.Criteria, Version.Criteria, Compared?.Number == Numbers.LastOrDefault(n => n < Version.Number) ? Version.Reasons : [],
        Compared is null ? null : new(T($"Versi {Compared.Number}", $"Version {Compared.Number}"), T($"Versi {Version.Number}", $"Version {Version.Number}"), SideBySide));
}
