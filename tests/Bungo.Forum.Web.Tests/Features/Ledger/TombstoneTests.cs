using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Tests.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>What the ledger tells of words that were erased or withdrawn, on its pages, in receipts and in the package.</summary>
public sealed class TombstoneTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string First = "Katasandiunik pertama: rumah di Jalan Kenanga.";
    private const string Second = "Katasandiunik kedua: sudah pindah.";
    private const string Trace = "atasandiunik";

    private readonly LedgerHost _host = new(postgres);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "forum-paket-" + Guid.NewGuid().ToString("N")[..8]);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_tombstone_stands_in_the_ledger_and_the_erased_entry_leads_to_it()
    {
        var leaver = await _host.AnAccountAsync();
        var post = await _host.APostAsync(await _host.ATopicAsync(), leaver, First);
        await _host.NumberAsync();
        await EraseAsync(leaver);
        await _host.NumberAsync();
        using var reader = _host.AVisitor();
        await reader.GetAsync("/buku?x=1");
        Assert.Equal(2, reader.Page.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("Penghapusan yang sah", StringComparison.Ordinal)));
        await reader.GetAsync("/buku/2");
        Assert.Contains("Dimusnahkan", reader.Page.QuerySelector(".seals")!.TextContent, StringComparison.Ordinal);
        await reader.FollowAsync(".seals a[href^='/buku/']");
        Assert.Equal("/buku/4", reader.Path);
        Assert.Contains("tulisan", reader.Page.QuerySelector(".kv .values")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector($"main a[href$='/1#post-{post.Number}']"));
        await reader.GetAsync("/buku/3");
        Assert.Contains("sengaja tidak disebut", reader.Page.QuerySelector(".kv")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", await _host.WithDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_receipt_from_before_still_proves_that_something_was_written()
    {
        var leaver = await _host.AnAccountAsync();
        await _host.APostAsync(await _host.ATopicAsync(), leaver, First);
        await _host.NumberAsync();
        using var visitor = await _host.AVisitorAsync(leaver);
        await visitor.GetAsync("/buku/saya");
        await visitor.FollowAsync(".list a");
        var kept = await visitor.Http.GetStringAsync(new Uri(visitor.Page.QuerySelector("a[href$='/lengkap']")!.GetAttribute("href")!, UriKind.Relative));
        await EraseAsync(leaver);
        await _host.NumberAsync();
        using var reader = _host.AVisitor();
        await reader.GetAsync("/buku/periksa");
        await reader.SubmitAsync("main form", ("teks", kept));
        Assert.Equal("ok", reader.Page.QuerySelector(".by-server .verdict")!.GetAttribute("data-verdict"));
    }

    [Fact]
    public async Task Words_of_an_office_and_of_others_stay_and_a_much_edited_post_needs_several_tombstones()
    {
        var official = await _host.AnAccountAsync(Role.Pejabat);
        var topic = await _host.ATopicAsync();
        await _host.APostAsync(topic, official, "Jawaban dinas.");
        var writer = await _host.AnAccountAsync();
        var post = await _host.APostAsync(topic, writer, First);
        for (var i = 0; i < 120; i++)
        {
            await _host.ActAsync(async (db, acts) =>
            {
                var edited = await db.Posts.Include(p => p.Topic).SingleAsync(p => p.Id == post.Id);
                var author = await db.Accounts.SingleAsync(a => a.Id == writer.Id);
                db.Add(edited.Edit(author, $"{Second} {i}", _host.Now).Value);
                await acts.CommitAsync(new Web.PublicActs.PostEdited(edited.Topic!, edited, author), default);
                return true;
            });
        }

        await EraseAsync(official);
        await EraseAsync(writer);
        await _host.NumberAsync();
        Assert.Equal(3L, await _host.AskAsync($"select count(*) from ledger.entry where kind = 'hapus' and object_id = '{post.ObjectId}'"));
        Assert.Empty(await ColumnsHoldingAsync(Trace));
        Assert.NotEmpty(await ColumnsHoldingAsync("Jawaban dinas."));
        Assert.Empty((await ExportAsync()).Report.Findings.Told);
    }

    [Fact]
    public async Task What_its_author_withdraws_the_ledger_opens_to_nobody_else()
    {
        var author = await _host.AnAccountAsync();
        var post = await _host.APostAsync(await _host.ATopicAsync(), author, First);
        using var visitor = await _host.AVisitorAsync(author);
        await visitor.GetAsync($"/diskusi/kiriman/{post.Id}/tarik");
        await visitor.SubmitAsync("main form");
        await _host.NumberAsync();
        var states = await _host.WithDbAsync(db => db.ActOpenings.Where(o => o.ObjectId == post.ObjectId && o.Label == "body").Select(o => o.State).ToListAsync());
        Assert.Equal([OpeningState.Restricted], states);
        var (report, files) = await ExportAsync();
        Assert.Empty(report.Findings.Told);
        Assert.DoesNotContain(Trace, files, StringComparison.Ordinal);
    }

    private async Task EraseAsync(Account account)
    {
        await _host.WithAsync<Web.Features.Accounts.AccountErasure, bool>(async erasure =>
        {
            await erasure.EraseAsync(account.Id, default);
            return true;
        });
        await _host.WithAsync<Web.Features.Discussions.ErasureOfWords, bool>(async words =>
        {
            await words.RunAsync(default);
            return true;
        });
    }

    private async Task<(CheckReport Report, string Files)> ExportAsync()
    {
        await _host.WithAsync<PackageExport, long>(export => export.WriteAsync(_folder, new Progress<(long, long)>(), default));
        using var package = Package.Open(_folder);
        var files = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(f => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(f)));
        return (PackageCheck.Run(package, Brought.Nothing, (_, _) => { }), string.Concat(files));
    }

    /// <summary>Every column of every table in which these words stand, as text or as bytes.</summary>
    private async Task<IReadOnlyList<string>> ColumnsHoldingAsync(string words)
    {
        var columns = (string[])(await _host.AskAsync("""
            select array_agg(format('%I.%I|%I', c.table_schema, c.table_name, c.column_name))
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema') and c.data_type in ('text', 'character varying', 'bytea', 'jsonb', 'json')
            """))!;
        Assert.True(columns.Length > 60, $"{columns.Length} columns");
        var holding = new List<string>();
        foreach (var column in columns.Select(c => c.Split('|')))
        {
            var hex = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(words));
            if ((bool)(await _host.AskAsync($"select exists (select 1 from {column[0]} where {column[1]}::text like '%{words}%' or {column[1]}::text like '%{hex}%')"))!) holding.Add(string.Join('.', column));
        }

        return holding;
    }
}
