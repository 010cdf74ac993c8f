using Bungo.Forum.Web.Platform.Jobs;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>
/// Publishes what is missing: on the first of a month that is the month before and, four times a year, the
/// quarter; after a long sleep everything in between. It never makes a second version; a correction has a
/// reason, and a reason has a person.
/// </summary>
public sealed class CompileReportsJob(ReportCompiler compiler) : IJob
{
    public const string Cron = "0 2 1 * *";

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var period in await compiler.MissingAsync(cancel)) await compiler.PublishAsync(period, null, cancel);
    }
}
