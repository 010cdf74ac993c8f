using System.CommandLine;
using System.Text;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Features.Reports.Measuring;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary><c>./forum report compile --period 2026-Q4</c></summary>
public static class ReportVerb
{
    public static Command Create() => new("report", "Laporan transparansi / transparency reports") { CompileCommand() };

    private static Command CompileCommand()
    {
        var period = new Option<string>("--period") { Description = "Bulan atau triwulan / month or quarter: 2026-10, 2026-Q4", Required = true };
        var reason = new Option<string?>("--alasan", "--reason") { Description = "Mengapa versi baru perlu / why a newer version is needed" };
        var provisional = new Option<bool>("--sementara", "--provisional")
        {
            Description = "Cetak angkanya saja sebagai CSV, tanpa menerbitkan; juga untuk periode yang masih berjalan / only print the figures as CSV, publish nothing; also for a period still running",
        };
        var command = new Command("compile", "Susun dan terbitkan laporan satu periode / compile and publish the report on a period") { period, reason, provisional };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(
            services => CompileAsync(services, parse.GetRequiredValue(period), parse.GetValue(reason), parse.GetValue(provisional), cancel), cancel));
        return command;
    }

    private static async Task<int> CompileAsync(IServiceProvider services, string code, string? reason, bool isProvisional, CancellationToken cancel)
    {
        var parsed = Period.Parse(code);
        if (parsed.IsRefused(out var unreadable)) throw VerbSite.Refused(services, unreadable);
        if (isProvisional)
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var figures = await services.GetRequiredService<ReportMeasuring>().MeasureAsync(parsed.Value, cancel, now);
            Console.Write(Encoding.UTF8.GetString(ReportTable.Write(parsed.Value, figures)));
            return 0;
        }

        var published = await services.GetRequiredService<ReportCompiler>().PublishAsync(parsed.Value, reason, cancel);
        if (published.IsRefused(out var refusal) && refusal == ReportRefusals.Unchanged)
        {
            Console.WriteLine("Angkanya sama dengan versi terbaru; tidak ada yang diterbitkan / The figures equal the newest version; nothing was published");
            return 0;
        }

        if (refusal is not null) throw VerbSite.Refused(services, refusal);
        var report = published.Value;
        Console.WriteLine($"Terbit / published: {report.Period}, versi / version {report.Version}, SHA-256 {report.DigestText}");
        return 0;
    }
}
