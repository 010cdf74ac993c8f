using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>One report: the version asked for, or the newest.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class ReportPage(ForumDb db) : ForumPage
{
    public Report Report { get; private set; } = null!;
    public ReportView View { get; private set; } = null!;

    /// <summary>The period before, where it was reported on.</summary>
    public Period? Previous { get; private set; }

    /// <summary>All versions on this period, newest first.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; private set; } = [];

    public bool IsNewest => Report.Version == Versions[0].Number;

    public async Task<IActionResult> OnGetAsync(string period, [FromQuery(Name = "versi")] int? version, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Reports);
        var parsed = Period.Parse(period);
        if (parsed.IsRefused(out _)) return NotFound();
        var found = await db.Reports.AsNoTracking().NewestOrVersion(parsed.Value, version).FirstOrDefaultAsync(cancel);
        if (found is null) return NotFound();
        Report = found;
        Versions = await db.Reports.AsNoTracking().Where(r => r.Period == parsed.Value).OrderByDescending(r => r.Version)
            .Select(r => new ReportVersion(r.Version, r.CompiledAt, r.Reason)).ToListAsync(cancel);
        var previous = await db.Reports.AsNoTracking().NewestOrVersion(parsed.Value.Previous, null).FirstOrDefaultAsync(cancel);
        Previous = previous?.Period;
        View = ReportView.Of(found, previous);
        return Page();
    }
}

public sealed record ReportVersion(int Number, DateTimeOffset CompiledAt, string? Reason);
