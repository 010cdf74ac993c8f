using Bungo.Forum.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Reports;

public class CompileReportsJobTests(ForumHost host) : IClassFixture<ForumHost>
{
    /// <summary>One story, because the clock only goes forward: nothing yet, a month, a long sleep, once more.</summary>
    [Fact]
    public async Task Ended_periods_are_reported_on_once_each_however_late_the_job_runs()
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync("/laporan");
        Assert.NotNull(visitor.Page.QuerySelector(".empty:not([hidden])"));
        Assert.Empty(visitor.Page.QuerySelectorAll("#reports > li"));

        await RunAsync();
        Assert.Empty(await ReportsAsync());
        await host.AnAccountAsync();
        await RunAsync();
        Assert.Empty(await ReportsAsync());

        host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 19, 0, 0, TimeSpan.Zero));
        await RunAsync();
        Assert.Equal(["2026-11"], await ReportsAsync());

        host.Clock.SetUtcNow(new DateTimeOffset(2027, 4, 20, 0, 0, 0, TimeSpan.Zero));
        await RunAsync();
        string[] all = ["2026-11", "2026-12", "2026-Q4", "2027-01", "2027-02", "2027-03", "2027-Q1"];
        Assert.Equal(all, await ReportsAsync());
        await RunAsync();
        Assert.Equal(all, await ReportsAsync());

        await host.AVisitor().GetAsync("/laporan");
        var list = (await host.AVisitor().GetAsync("/laporan?x=1")).QuerySelectorAll("#reports > li").ToList();
        Assert.Equal(all.Reverse().Select(p => $"laporan-{p}"), list.Select(l => l.Id));
        Assert.Equal(list.Select(l => l.GetAttribute("data-sort")).OrderDescending(StringComparer.Ordinal), list.Select(l => l.GetAttribute("data-sort")));
    }

    private async Task RunAsync()
    {
        await host.WithAsync<CompileReportsJob, bool>(async job =>
        {
            await job.RunAsync(default);
            return true;
        });
    }

    private async Task<IEnumerable<string>> ReportsAsync()
    {
        var reports = await host.WithDbAsync(db => db.Reports.AsNoTracking().Select(r => r.Period).ToListAsync());
        return reports.Order().Select(p => p.ToString());
    }
}
