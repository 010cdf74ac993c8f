using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>The periods reported on, newest first.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class ReportsPage(ForumDb db) : ForumPage
{
    // Two years of months and quarters.
    private const int PageSize = 32;

    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];
    public long LiveNumber { get; private set; }
    public bool IsFirstPage { get; private set; }
    public Period? Next { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "sebelum")] string? before, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Reports);
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == Streams.Reports).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        var periods = db.Reports.AsNoTracking().Where(r => r.Version == 1);
        var cursor = Period.Parse(before);
        IsFirstPage = cursor.IsRefused(out _);
        if (!IsFirstPage)
        {
            // A quarter's code sorts after its months' ("2026-1…" before "2026-Q…"), as the quarter does.
            var (until, last) = (cursor.Value.Until, cursor.Value);
            periods = periods.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.PeriodUntil, r.Period), ValueTuple.Create(until, last)));
        }

        var found = await periods.OrderByDescending(r => r.PeriodUntil).ThenByDescending(r => r.Period).Take(PageSize + 1)
            .Select(r => db.Reports.Where(n => n.Period == r.Period).OrderByDescending(n => n.Version)
                .Select(n => new ReportLine(n.Period, n.Version, n.CompiledAt)).First())
            .ToListAsync(cancel);
        Lines = found.Count > PageSize ? found[..PageSize] : found;
        if (found.Count > PageSize) Next = Lines[^1].Period;
    }
}
