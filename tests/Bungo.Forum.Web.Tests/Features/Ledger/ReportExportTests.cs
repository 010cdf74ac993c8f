using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Reports;
using Bungo.Forum.Web.Features.Discussions.Import;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Bungo.Forum.Web.Tests.Features.Polls;
using Bungo.Forum.Web.Tests.Features.Recruitment;
using Bungo.Forum.Web.Tests.Features.Reports;
using Bungo.Forum.Web.Tests.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>The site's own reports, counted again by the verifier from the site's own log, which knows nothing of the site's queries.</summary>
public sealed class ReportExportTests(TestPostgres postgres) : IAsyncLifetime
{
    private readonly LedgerHost _host = new(postgres);
    private readonly List<string> _folders = [];

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await LiveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        foreach (var folder in _folders.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_the_site_reports_is_what_its_log_gives()
    {
        var report = await CheckAsync();
        Assert.Empty(report.Findings.Told);
        Assert.Equal([("2026-11", 1L), ("2026-12", 1L), ("2026-Q4", 1L)], report.Reports.Select(r => (r.Period, r.Version)).Order());
        var quarter = report.Reports.Single(r => r.Period == "2026-Q4");
        Assert.Equal(
            ["akun", "dukungan", "jam-putusan", "laporan-warga", "orang-aktif", "topik-kewenangan"],
            quarter.Unchecked.Where(u => u.Why == NotRecomputable.NotInLog).Select(u => u.Figure).Distinct().Order());
        Assert.DoesNotContain(quarter.Unchecked, u => u.Why != NotRecomputable.NotInLog);
        Assert.True(quarter.Recomputed > 40, $"{quarter.Recomputed}");
    }

    [Theory]
    [InlineData("kiriman/masukan", 5)]
    [InlineData("kiriman/balasan", 3)]
    [InlineData("penulis/berkali", 3)]
    [InlineData("masukan-warga/ditanggapi", 1)]
    [InlineData("hari-kerja-tanggapan/median", 30)]
    [InlineData("putusan/sembunyikan", 2)]
    [InlineData("dipulihkan/nilai", 1)]
    [InlineData("suara/nilai", 2)]
    [InlineData("jajak/ditutup", 1)]
    [InlineData("versi-kriteria/nilai", 1)]
    [InlineData("jam-tanpa-saksi/nilai", 20)]
    [InlineData("tindakan/pos.tarik", 1)]
    public async Task A_number_changed_after_it_was_published_is_named_with_the_right_one(string number, long stated)
    {
        var (figure, code) = (number.Split('/')[0], number.Split('/')[1]);
        Assert.Equal(stated, await _host.AskAsync($"""
            select (cell ->> 'value')::bigint from report r, jsonb_array_elements(convert_from(r.data, 'UTF8')::jsonb -> 'figures') f, jsonb_array_elements(f -> 'cells') cell
            where r.period = '2026-Q4' and f ->> 'id' = '{figure}' and cell ->> 'code' = '{code}'
            """));
        // The table keeps its own digest, and who changes the one can change the other; the ledger's is out of reach.
        await TamperAsync($"""
            with changed as (
              select id, convert_to(regexp_replace(convert_from(data, 'UTF8'),
                '("code":"{code}","state":"told","value":){stated}(\D[^]]*\],"id":"{figure}")', '\1{stated + 1}\2'), 'UTF8') as data
              from report where period = '2026-Q4')
            update report r set data = c.data, data_digest = sha256(c.data) from changed c where c.id = r.id
            """);
        var faults = (await CheckAsync()).Findings.Told;
        Assert.Contains(faults, f => f.Fault == VerifyFault.ReportFileDiffers);
        Assert.Contains(faults, f => f.Fault == VerifyFault.FigureDiffers && f.File == "laporan/2026-Q4-v1.json" && f.Subject == $"2026-Q4 v1, {number}: {stated + 1} -> {stated}");
    }

    [Fact]
    public async Task A_report_that_was_false_from_the_start_is_named()
    {
        await TamperAsync("delete from post where parent_id is not null");
        await _host.CompileAsync("2026-Q4", "Beberapa balasan keliru dihitung.");
        await _host.NumberAsync();
        var report = await CheckAsync();
        Assert.DoesNotContain(report.Findings.Told, f => f.Fault == VerifyFault.ReportFileDiffers);
        Assert.Contains(report.Findings.Told, f => f.Fault == VerifyFault.FigureDiffers && f.Subject == "2026-Q4 v2, kiriman/balasan: 0 -> 3");
    }

    [Fact]
    public async Task Where_an_author_was_erased_the_authors_can_no_longer_be_counted()
    {
        var leaver = await _host.WithDbAsync(db => db.Posts.Where(p => p.Body == "Ditarik.").Select(p => p.AuthorId).SingleAsync());
        await _host.WithAsync<Web.Features.Accounts.AccountErasure, bool>(async erasure =>
        {
            await erasure.EraseAsync(leaver, default);
            return true;
        });
        await _host.NumberAsync();
        var report = await CheckAsync();
        Assert.Empty(report.Findings.Told);
        Assert.Equal(
            ["penulis", "porsi-teratas"],
            report.Reports.Single(r => r.Period == "2026-Q4").Unchecked.Where(u => u.Why == NotRecomputable.AuthorsUnknown).Select(u => u.Figure).Distinct());
    }

    private async Task LiveAsync()
    {
        var (first, second, official) = (await _host.AnAccountAsync(verified: true), await _host.AnAccountAsync(verified: true), await _host.AnAccountAsync(Role.Pejabat));
        await _host.ImportAsync(RoundDocument.Sound());
        await ImportAsync();
        var topic = await _host.ATopicAsync(first);
        var asked = await _host.APostAsync(topic, first);
        var hidden = await _host.APostAsync(topic, first, "Kasar.");
        var restored = await _host.APostAsync(topic, second, "Salah paham.");
        var taken = await _host.APostAsync(topic, body: "Ditarik.");
        var poll = await _host.APollAsync();
        await _host.RunJobAsync();
        await _host.VotesAsync(poll, 0, 1);
        await _host.SupportAsync(asked, second);
        await _host.FlagAsync(hidden);
        await _host.NumberAsync();
        await _host.AdvanceAsync(TimeSpan.FromDays(3));
        await _host.APostAsync(topic, official, "Dijelaskan.", asked);
        await _host.APostAsync(topic, second, "Terima kasih.", asked);
        await _host.APostAsync(topic, official, "Juga di sini.", hidden);
        await _host.HideAsync(hidden);
        await RestoreAsync(await _host.HideAsync(restored));
        await WithdrawAsync(taken);
        foreach (var witnessed in new long?[] { 1, 1, 2 })
        {
            await _host.ActAsync(async (_, acts) =>
            {
                await acts.CommitAsync(new LogBeat(20, 0, witnessed), default);
                return true;
            });
            await _host.AdvanceAsync(TimeSpan.FromHours(1));
        }

        await _host.AdvanceAsync(TimeSpan.FromDays(8));
        await _host.RunJobAsync();
        await _host.APostAsync(topic, second, "Bulan berikutnya.");
        await _host.NumberAsync();
        await _host.AdvanceAsync(new DateTimeOffset(2027, 1, 1, 2, 0, 0, TimeSpan.Zero) - _host.Now);
        foreach (var period in new[] { "2026-11", "2026-12", "2026-Q4" }) await _host.AReportAsync(period);
        await _host.NumberAsync();
    }

    private async Task ImportAsync()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file,
        [
            """{"id":1,"type":"topic","parent":null,"thread":1,"depth":0,"heading_level":2,"author":null,"time":null,"text":"Dari luar"}""",
            """{"id":2,"type":"comment","parent":1,"thread":1,"depth":1,"author":"Warga A","time":"2026-11-14T13:11:00Z","text":"Pertama"}""",
            """{"id":3,"type":"comment","parent":2,"thread":1,"depth":2,"author":"Warga B","time":"2026-11-14T14:00:00Z","text":"Balasan"}""",
        ]);
        await _host.WithAsync<ThreadImport, ImportCount>(i => i.RunAsync("luar", ThreadFile.Read(file), null, default));
        File.Delete(file);
    }

    private Task<Decision> RestoreAsync(Decision hiding) => _host.ActAsync(async (db, acts) =>
    {
        var moderator = await db.Accounts.SingleAsync(a => a.Id == hiding.ModeratorId);
        var post = await db.Posts.Include(p => p.Topic).Include(p => p.Author).Include(p => p.Hiding).SingleAsync(p => p.Id == hiding.PostId);
        var docket = await db.Dockets.SingleAsync(d => d.PostId == post.Id);
        await db.Decisions.SingleAsync(d => d.Id == hiding.Id);
        await acts.BeginAsync(default);
        var decision = Ruling.Restore(docket, moderator, Desk.Grounds, _host.Now).Value;
        db.Add(decision);
        await acts.CommitAsync(new DecisionMade(decision), default);
        return decision;
    });

    private Task<Post> WithdrawAsync(Post post) => _host.ActAsync(async (db, acts) =>
    {
        await acts.BeginAsync(default);
        var locked = await db.Posts.Include(p => p.Topic).Include(p => p.Author).SingleAsync(p => p.Id == post.Id);
        locked.Withdraw(locked.Author!, _host.Now);
        await acts.CommitAsync(new PostWithdrawn(locked.Topic!, locked, locked.Author!), default);
        return locked;
    });

    private async Task<CheckReport> CheckAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "forum-paket-" + Guid.NewGuid().ToString("N")[..8]);
        _folders.Add(folder);
        await _host.WithAsync<PackageExport, long>(export => export.WriteAsync(folder, new Progress<(long, long)>(), default));
        using var package = Package.Open(folder);
        return PackageCheck.Run(package, Brought.Nothing, (_, _) => { });
    }

    private Task<object?> TamperAsync(string sql) => _host.AskAsync($"set session_replication_role = replica; {sql}; set session_replication_role = default");
}
