using System.Globalization;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>A period in the list, as its newest version has it.</summary>
public sealed record ReportLine(Period Period, int Version, DateTimeOffset CompiledAt)
{
    public string ElementId => $"laporan-{Period}";

    /// <summary>Sorts like <see cref="Domain.Reports.Period"/>: by end, a quarter after the month it ends with.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{Period.Until:yyyyMMdd}-{(int)Period.Kind}");
}

public sealed class ReportLineFragment(ForumDb db, PartialRenderer partials) : ILiveFragment
{
    public string Kind => "report";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var report in await db.Reports.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Period, r.Version, r.CompiledAt }).ToListAsync(cancel))
        {
            html[report.Id] = await partials.RenderAsync(
                "/Features/Reports/_ReportLine.cshtml", new ReportLine(report.Period, report.Version, report.CompiledAt), culture);
        }

        return html;
    }
}
