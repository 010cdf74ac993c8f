using Bungo.Forum.Web.Features.Reports.Measuring;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>
/// What the forum tells about itself, every month and quarter, counted by rules that were fixed before the
/// numbers were known (<c>Domain/Reports/Definitions</c>). Three promises: the figures can be counted again by
/// anybody with the data; what was published is never overwritten, a correction is a version with a reason;
/// and no figure tells what a single person did unseen (<c>SmallCells</c>).
///
/// Counting is SQL (<c>Measuring</c>), publishing is one act, and page, table and data file show the stored
/// bytes, never a fresh count. There is no PDF yet: no maintained library under a licence that fits was found,
/// and the page prints well. It deliberately cannot be edited by anybody: there is no form here.
/// </summary>
public static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddScoped<ReportMeasuring>();
        services.AddScoped<ReportCompiler>();
        services.AddScoped<ILiveFragment, ReportLineFragment>();
        services.AddRecurringJob<CompileReportsJob>("compile-reports", CompileReportsJob.Cron);
        return services.AddRefusalTexts(
            ("report-period-unreadable", "Periode ditulis seperti 2026-10 (bulan) atau 2026-Q4 (triwulan).", "A period is written like 2026-10 (month) or 2026-Q4 (quarter)."),
            ("report-period-running", "Periode ini belum berakhir. Angka sementara: tambahkan --sementara.", "This period has not ended. For provisional figures add --sementara."),
            ("report-unchanged", "Angkanya sama dengan versi terbaru; tidak ada yang diterbitkan.", "The figures equal the newest version; nothing was published."),
            ("report-reason-missing", "Angkanya berbeda dari versi terbaru. Tulis alasannya: --alasan \"…\".", "The figures differ from the newest version. Give the reason: --alasan \"…\"."),
            ("report-reason-too-long", "Alasan paling panjang {0} karakter.", "A reason has at most {0} characters."));
    }

    public static WebApplication MapReports(this WebApplication app)
    {
        var files = app.MapGroup(Urls.Reports).AllowAnonymous().CacheOutput(PublicCache.Name).WithTags("reports");
        files.MapGet("/{period}.csv", ReportFiles.CsvAsync).WithSummary("A report's figures as a table");
        files.MapGet("/{period}.json", ReportFiles.JsonAsync).WithSummary("A report's figures as canonical JSON (ReportV1)");
        return app;
    }
}
