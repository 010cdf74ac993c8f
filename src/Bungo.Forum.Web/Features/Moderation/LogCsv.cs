using System.Globalization;
using System.Text;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// The log as a file, in codes that do not change with the language and with the reasons in full; read row by
/// row, so that ten years of it need no more memory than a day. That is also why no cache keeps it, which would have to
/// hold it whole; who fetches it over and over waits instead.
/// </summary>
internal static class LogCsv
{
    private static readonly string[] Columns =
        ["putusan", "waktu", "tindakan", "lingkup", "pasal", "versi_tata_tertib", "sumber", "laporan", "nomor_surat", "otomatis", "kantor", "sampai", "mencabut", "alasan", "tautan", "kritik", "pemutus", "banding", "hasil_banding", "hasil_banding_kedua", "batas_banding"];

    [LimitedByNetwork(NetworkLimit.Download)]
    public static IResult HandleAsync(HttpContext http, ForumDb db, IOptions<RegionOptions> region)
    {
        var filter = LogFilter.Read(http.Request.Query);
        return Results.Stream(stream => WriteAsync(stream, filter, db, region.Value.PublicAddress, http.RequestAborted), "text/csv; charset=utf-8", "catatan-moderasi.csv");
    }

    private static async Task WriteAsync(Stream stream, LogFilter filter, ForumDb db, string site, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Csv.Row(Columns));
        var rows = filter.Of(db).Select(d => new AppealedDecision(
            d,
            db.Appeals.Count(a => a.DecisionId == d.Id),
            db.AppealRulings.Where(r => r.DecisionId == d.Id && r.Level == Appeal.First).Select(r => (AppealOutcome?)r.Outcome).FirstOrDefault(),
            db.AppealRulings.Where(r => r.DecisionId == d.Id && r.Level == Appeal.Second).Select(r => (AppealOutcome?)r.Outcome).FirstOrDefault(),
            db.Appeals.Where(a => a.DecisionId == d.Id && !db.AppealRulings.Any(r => r.DecisionId == a.DecisionId && r.Level == a.Level)).Min(a => (DateTimeOffset?)a.DueAt)));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
            await writer.WriteLineAsync(Csv.Row([.. Cells(row.Decision, site), .. AppealCells(row)]));
    }

    private static string?[] Cells(Decision d, string site) =>
    [
        Number(d.Id), Wib.Machine(d.At), d.Measure.Code(), d.Measure.Scope(), d.Rule, Number(d.RulesVersion), d.Source.Code(), Number(d.FlagCount), d.OrderNumber,
        "tidak", d.Office, d.Until is { } until ? Wib.Machine(until) : null, d.UndoneId is { } undone ? Number(undone) : null, d.Reason, site + Urls.Decision(d.Id),
    ];

    private static string?[] AppealCells(AppealedDecision row) =>
    [
        row.Decision.Measure == Measure.Hide ? row.Decision.Criticised is null ? "tidak" : "ya" : null, row.Decision.SecondId is null ? "1" : "2", Number(row.Appeals),
        row.First?.Code(), row.Second?.Code(), row.Due is { } due ? Wib.Machine(due) : null,
    ];

    private sealed record AppealedDecision(Decision Decision, int Appeals, AppealOutcome? First, AppealOutcome? Second, DateTimeOffset? Due);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
