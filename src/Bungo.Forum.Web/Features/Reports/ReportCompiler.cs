using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Reports.Measuring;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>
/// Counts and publishes. A crash before the commit leaves nothing; whoever compiles the period next finds no
/// report and begins anew. Two at once take turns under the period's lock, and the second finds the first's.
/// </summary>
public sealed class ReportCompiler(ForumDb db, ReportMeasuring measuring, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome<Report>> PublishAsync(Period period, string? reason, CancellationToken cancel)
    {
        if (!period.HasEnded(clock.GetUtcNow())) return ReportRefusals.PeriodRunning;
        await acts.BeginAsync(cancel);
        await db.LockReportsAsync(period, cancel);
        var newest = await db.Reports.Where(r => r.Period == period).OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancel);
        var figures = await measuring.MeasureAsync(period, cancel);
        var report = Report.Publish(
            period, newest, ReportDocument.Write(period, figures, measuring.HolidaysBefore(period.Until)), ReportTable.Write(period, figures), reason, clock.GetUtcNow());
        if (report.IsRefused(out _))
        {
            await db.Database.RollbackTransactionAsync(cancel);
            return report;
        }

        db.Add(report.Value);
        await acts.CommitAsync(new ReportPublished(report.Value), cancel);
        return report;
    }

    /// <summary>Ended months and quarters without a report, oldest first, since the first account of the forum's own.</summary>
    public async Task<IReadOnlyList<Period>> MissingAsync(CancellationToken cancel)
    {
        var beginning = await db.Accounts
            .Where(a => !db.ImportedItems.Any(i => i.EntityId == a.Id))
            .MinAsync(a => (DateTimeOffset?)a.CreatedAt, cancel);
        if (beginning is not { } first) return [];
        var there = await db.Reports.Where(r => r.Version == 1).Select(r => r.Period).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return [.. Period.EndedSince(first, PeriodKind.Month, now).Concat(Period.EndedSince(first, PeriodKind.Quarter, now)).Except(there).Order()];
    }
}
