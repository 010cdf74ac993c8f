using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Features.Reports;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Bungo.Forum.Web.Tests.Features.Reports.GivenReports;

namespace Bungo.Forum.Web.Tests.Features.Reports;

/// <summary>Each test has a month of its own, so that none sees what another posted.</summary>
public class ReportTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Everybody_reads_a_report_with_its_definitions_and_digest()
    {
        await host.APostInAsync("2026-10");
        var report = await host.AReportAsync("2026-10");
        var visitor = host.AVisitor();
        var page = await visitor.GetAsync("/laporan/2026-10");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal("Laporan transparansi: Oktober 2026", page.QuerySelector("h1")!.TextContent);
        var posts = page.QuerySelector("table#kiriman")!;
        Assert.Contains(Definitions.Find("kiriman")!.TextId, posts.ParentElement!.QuerySelector("details")!.TextContent);
        Assert.Equal(["Masukan 1", "Balasan 0", "Jumlah 1"], posts.QuerySelectorAll("tbody tr").Select(r => $"{r.QuerySelector("th")!.TextContent} {r.QuerySelector("td.num")!.TextContent.Trim()}"));
        Assert.Equal(report.DigestText, page.QuerySelector(".digest")!.TextContent);
        Assert.Equal(Definitions.All.Count(d => d.IsIn(report.Period)), page.QuerySelectorAll("[data-figure]").Length);
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task A_report_reads_in_English_too()
    {
        await host.AReportAsync("2026-01");
        var visitor = host.AVisitor();
        await visitor.GetAsync("/bahasa/en?kembali=/laporan/2026-01");
        Assert.Equal("Transparency report: January 2026", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(Definitions.Find("akun")!.TextEn, visitor.Page.QuerySelector("#akun")!.Closest("[data-figure]")!.TextContent);
        Assert.Equal("none", visitor.Page.QuerySelector("#porsi-teratas .num")!.TextContent.Trim());
    }

    [Fact]
    public async Task Nobody_reads_a_code_and_one_number_is_no_table()
    {
        await host.APostInAsync("2025-03");
        await host.AReportAsync("2025-03");
        var page = await host.AVisitor().GetAsync("/laporan/2025-03");
        Assert.DoesNotContain("pos.buat", page.QuerySelector("main")!.TextContent);
        Assert.All(page.QuerySelectorAll("main table"), t => Assert.True(t.QuerySelectorAll("tbody tr").Length > 1));
        Assert.Equal("0", page.QuerySelector(".figures #dukungan .num")!.TextContent.Trim());
        Assert.Equal("ditahan", page.QuerySelector("#orang-aktif .num a[href='#ditahan']")!.TextContent);
        Assert.NotNull(page.QuerySelector("#ditahan"));
    }

    /// <summary>The two lists live on two sides of a wall; a kind added to one without the other would show as a bare code.</summary>
    [Fact]
    public void Every_kind_of_act_has_a_name_in_the_reports()
    {
        Assert.NotEmpty(ActKinds.All);
        Assert.All(ActKinds.All, kind => Assert.NotNull(Definitions.Find("tindakan")!.NameOf(kind.Name)));
    }

    [Theory]
    [InlineData("/laporan/2031-10")]
    [InlineData("/laporan/2031-Q1.csv")]
    [InlineData("/laporan/2031-Q1.json")]
    [InlineData("/laporan/2026-99")]
    [InlineData("/laporan/bukan-periode")]
    [InlineData("/laporan/bukan.csv")]
    public async Task What_was_not_reported_on_is_not_found(string address)
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task The_data_file_has_the_digest_that_page_and_ledger_hold_and_keeps_its_promised_shape()
    {
        await host.APostInAsync("2026-02");
        var report = await host.AReportAsync("2026-02");
        var bytes = await host.AVisitor().Http.GetByteArrayAsync(new Uri("/laporan/2026-02.json", UriKind.Relative));
        Assert.Equal(report.DataDigest, SHA256.HashData(bytes));
        Assert.Equal(bytes, CanonicalJson.Write(CanonicalJson.Read(bytes)));
        var data = JsonSerializer.Deserialize<ReportV1>(bytes)!;
        Assert.Equal(("report/v1", "2026-02", Definitions.Version), (data.Schema, data.Period, data.Definitions));
        Assert.Equal(["2026-01-01", "2026-01-16", "2026-02-16", "2026-02-17"], data.Holidays.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(1, data.Figures.Single(f => f.Id == "kiriman").Cells.Single(c => c.Code == "masukan").Value);

        var leaf = await LeafOfAsync(report);
        Assert.Equal("laporan.terbit", leaf.GetProperty("k").GetString());
        Assert.Equal("2026-02", leaf.GetProperty("x").GetProperty("periode").GetString());
        Assert.Equal(DocumentDigest.Of(bytes, "application/json").Sha256, leaf.GetProperty("d").GetProperty("data").GetProperty("sha256").GetString());
        var csv = await host.AVisitor().Http.GetByteArrayAsync(new Uri("/laporan/2026-02.csv", UriKind.Relative));
        Assert.Equal(csv.Length, leaf.GetProperty("d").GetProperty("berkas").GetProperty("len").GetInt32());
    }

    [Fact]
    public async Task The_table_has_a_row_for_each_cell_with_names_in_both_languages()
    {
        var report = await host.AReportAsync("2026-03");
        var response = await host.AVisitor().Http.GetAsync(new Uri("/laporan/2026-03.csv", UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("laporan-2026-03-v1.csv", response.Content.Headers.ContentDisposition!.FileName);
        var rows = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var cells = JsonSerializer.Deserialize<ReportV1>(report.Data)!.Figures.Sum(f => f.Cells.Count);
        Assert.Equal(cells + 1, rows.Length);
        Assert.Contains("2026-03,definisi/v1,partisipasi,kiriman,Kiriman,Posts,masukan,Masukan,Inputs,count,told,0", rows);
    }

    [Fact]
    public void What_a_spreadsheet_would_run_is_written_as_text()
    {
        var figures = Figure.Of(Period.Parse("2026-10").Value, [new("tindakan", "=HYPERLINK(\"http://x\")", 3), new("tindakan", "@SUM(A1)", 3), new("tindakan", "+1", 1)]);
        var table = Encoding.UTF8.GetString(ReportTable.Write(Period.Parse("2026-10").Value, figures));
        Assert.Contains("HYPERLINK", table);
        Assert.DoesNotContain(",=", table);
        Assert.DoesNotContain(",\"=", table);
        Assert.DoesNotContain(",@", table);
        Assert.DoesNotContain(",+", table);
    }

    [Fact]
    public async Task A_period_that_runs_is_refused() =>
        Assert.Equal(ReportRefusals.PeriodRunning, await Refused(host.CompileAsync("2026-11")));

    [Fact]
    public async Task Compiling_again_with_equal_figures_publishes_nothing()
    {
        await host.APostInAsync("2026-04");
        await host.AReportAsync("2026-04");
        var acts = await CountActsAsync();
        Assert.Equal(ReportRefusals.Unchanged, await Refused(host.CompileAsync("2026-04", "Sekali lagi.")));
        Assert.Equal(1, await host.WithDbAsync(db => db.Reports.CountAsync(r => r.Period == Period.Parse("2026-04").Value)));
        Assert.Equal(acts, await CountActsAsync());
    }

    [Fact]
    public async Task Other_figures_are_a_new_version_with_a_reason_and_the_old_one_stays()
    {
        await host.APostInAsync("2026-05");
        var first = await host.AReportAsync("2026-05");
        await host.APostInAsync("2026-05");
        Assert.Equal(ReportRefusals.ReasonMissing, await Refused(host.CompileAsync("2026-05")));
        var second = await Published(host.CompileAsync("2026-05", "Satu kiriman belum terhitung."));
        Assert.Equal(2, second.Version);

        var visitor = host.AVisitor();
        await visitor.GetAsync("/laporan/2026-05");
        Assert.Contains("Satu kiriman belum terhitung.", visitor.Page.QuerySelector(".notice")!.TextContent);
        Assert.Equal("2", visitor.Page.QuerySelector("#kiriman [data-cell=total] td.num")!.TextContent.Trim());
        Assert.Equal(2, visitor.Page.QuerySelectorAll(".history li").Length);
        await visitor.GetAsync("/laporan/2026-05?versi=1");
        Assert.Equal("1", visitor.Page.QuerySelector("#kiriman [data-cell=total] td.num")!.TextContent.Trim());
        Assert.Contains("versi lama", visitor.Page.QuerySelector(".notice")!.TextContent);
        Assert.Equal(first.Data, await visitor.Http.GetByteArrayAsync(new Uri("/laporan/2026-05.json?versi=1", UriKind.Relative)));

        var (before, after) = (await LeafOfAsync(first), await LeafOfAsync(second));
        Assert.Equal(before.GetProperty("i").GetString(), after.GetProperty("p").GetString());
        Assert.True(after.GetProperty("c").TryGetProperty("alasan", out _));
    }

    [Fact]
    public async Task The_database_refuses_to_change_remove_or_double_a_report()
    {
        var report = await host.AReportAsync("2026-06");
        foreach (var sql in new FormattableString[]
        {
            $"update report set reason = 'lain' where id = {report.Id}",
            $"delete from report where id = {report.Id}",
            $"truncate report",
        })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => host.WithDbAsync(db => db.Database.ExecuteSqlAsync(sql)));
            Assert.Contains("never changed or removed", refused.MessageText);
        }

        var doubled = await Assert.ThrowsAsync<PostgresException>(() => host.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"insert into report select {report.Id} + 1000000, object_id, period, version, compiled_at, period_until, definitions_version, data, data_digest, file, reason from report where id = {report.Id}")));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, doubled.SqlState);
    }

    [Fact]
    public async Task A_report_is_set_beside_the_period_before()
    {
        await host.APostInAsync("2025-06");
        await host.APostInAsync("2025-07");
        await host.APostInAsync("2025-07");
        await host.AReportAsync("2025-06");
        await host.AReportAsync("2025-07");
        var page = await host.AVisitor().GetAsync("/laporan/2025-07");
        Assert.Equal(["2", "+1 dari 1"], page.QuerySelectorAll("#kiriman [data-cell=total] td.num").Select(c => c.TextContent.Trim()));
        Assert.NotNull(page.QuerySelector("main a[href='/laporan/2025-06']"));
    }

    [Fact]
    public async Task The_list_follows_a_new_version_live()
    {
        await host.APostInAsync("2025-09");
        await host.AReportAsync("2025-09");
        var page = await host.AVisitor().GetAsync("/laporan");
        var number = long.Parse(page.QuerySelector("[data-live-stream=reports]")!.GetAttribute("data-live-number")!, CultureInfo.InvariantCulture);
        Assert.Contains("Versi 1", page.QuerySelector("#reports > #laporan-2025-09")!.TextContent);
        await host.APostInAsync("2025-09");
        await Published(host.CompileAsync("2025-09", "Satu kiriman belum terhitung."));
        using var missed = JsonDocument.Parse(await host.AVisitor().Http.GetStringAsync(new Uri($"/live/{Streams.Reports}?after={number}", UriKind.Relative)));
        var html = missed.RootElement.GetProperty("events").EnumerateArray().Last().GetProperty("html").GetString()!;
        Assert.Contains("id=\"laporan-2025-09\"", html);
        Assert.Contains("Versi 2", html);
    }

    private async Task<JsonElement> LeafOfAsync(Report report)
    {
        var acts = await host.WithDbAsync(db => db.RecordedActs.AsNoTracking().Where(a => a.ObjectId == report.ObjectId).ToListAsync());
        return acts.Select(a => JsonSerializer.Deserialize<JsonElement>(a.Leaf)).Single(l => l.GetProperty("x").GetProperty("versi").GetInt32() == report.Version);
    }

    private Task<int> CountActsAsync() => host.WithDbAsync(db => db.RecordedActs.CountAsync());
}
