using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Tests.Features.Polls;
using Bungo.Forum.Web.Tests.Platform.Sequencing;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>
/// A community's log, exported and checked by the verifier: sound as the site wrote it, and every change that somebody with
/// all rights makes in the database is named by its record.
/// </summary>
public sealed class ExportTests(TestPostgres postgres) : IAsyncLifetime
{
    private readonly LedgerHost _host = new(postgres);
    private readonly List<string> _folders = [];

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        var leaver = await _host.AnAccountAsync(verified: true);
        var topic = await _host.ATopicAsync(leaver);
        var post = await _host.APostAsync(topic, leaver);
        await _host.APostAsync(topic, parent: post, body: "Setuju, mohon dijelaskan.");
        await _host.WithAsync<RoleGrants, Account>(async roles => (await roles.ChangeAsync(ForumHost.MailOf(leaver.Id), Role.Penilai, "Inspektorat", default)).Value);
        var poll = await _host.APollAsync(_host.APlan() with { ResultTiming = ResultTiming.Live });
        await _host.RunJobAsync();
        await _host.VotesAsync(poll, 0, 1, 1);
        var again = await _host.AnAccountAsync(verified: true);
        await _host.VoteAsync(poll, again, 0);
        await _host.VoteAsync(poll, again, 2);
        var open = await _host.APollAsync(_host.APlan() with { ClosesAt = _host.Now.AddDays(30) });
        await _host.RunJobAsync();
        await _host.VotesAsync(open, 1);
        await _host.NumberAsync();
        Assert.Equal(6L, await _host.AskAsync("select count(*) from ledger.pending where kind = 'suara.beri'"));
        await _host.AdvanceAsync(TimeSpan.FromDays(8));
        await _host.RunJobAsync();
        await _host.WithAsync<AccountErasure, bool>(async erasure =>
        {
            await erasure.EraseAsync(leaver.Id, default);
            return true;
        });
        await _host.NumberAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        foreach (var folder in _folders.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("body = 'Kata orang lain.'")]
    [InlineData("html = '<p>Kata orang lain.</p>'")]
    public async Task Words_changed_past_the_program_are_named(string change)
    {
        var post = await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        Assert.DoesNotContain(await ShownAsync(), a => a.EndsWith($"#post-{post.Number}", StringComparison.Ordinal));
        await _host.AskAsync($"update post set {change} where id = {post.Id} returning 1");
        Assert.Contains(Web.Platform.Urls.Post(post.Topic!, post.Number), await ShownAsync());
    }

    private Task<List<string>> ShownAsync() => _host.WithAsync<ShownWords, List<string>>(async shown => await shown.DifferingAsync(default).ToListAsync());

    [Fact]
    public async Task What_the_site_wrote_is_sound()
    {
        var report = await CheckAsync();
        Assert.Empty(report.Findings.Told);
        Assert.Equal(1, report.Polls!.Recounted);
        Assert.Equal(1, report.Polls.Open);
        Assert.True(report.Commitments!.Erased >= 2);
    }

    [Theory]
    [InlineData("update ledger.entry set leaf = set_byte(leaf, 30, get_byte(leaf, 30) # 1) where idx = 1", 1)]
    [InlineData("delete from ledger.entry where idx = 2", 2)]
    [InlineData("update ledger.entry set idx = -1 where idx = 1; update ledger.entry set idx = 1 where idx = 2; update ledger.entry set idx = 2 where idx = -1", 1)]
    public async Task An_entry_changed_removed_or_moved_is_named(string sql, long record)
    {
        await TamperAsync(sql);
        Assert.Contains((await CheckAsync()).Findings.Told, f => f.Fault == VerifyFault.EntryDiffers && f.At == record);
    }

    [Fact]
    public async Task An_entry_slipped_in_is_named()
    {
        await TamperAsync("insert into ledger.entry select 100000, gen_random_uuid(), kind, object_id, leaf, leaf_hash, recorded_at from ledger.entry where idx = 1");
        await Assert.ThrowsAsync<OperatorException>(() => ExportAsync());
    }

    [Theory]
    [InlineData("update ledger.opening set content = 'Tidak setuju.' where label = 'body' and act_id = '{0}'", VerifyFault.OpeningMismatch)]
    [InlineData("delete from ledger.opening where label = 'body' and act_id = '{0}'", VerifyFault.LostWithoutRecord)]
    [InlineData("update ledger.opening set salt = null, content = null, state = 'Destroyed' where label = 'body' and act_id = '{0}'", VerifyFault.LostWithoutRecord)]
    public async Task An_opening_changed_or_lost_is_named(string sql, VerifyFault fault)
    {
        var act = (Guid)(await _host.AskAsync("select act_id from ledger.entry where kind = 'pos.buat' order by idx desc limit 1"))!;
        await TamperAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, act));
        Assert.Contains((await CheckAsync()).Findings.Told, f => f.Fault == fault && f.Subject == $"{ActId.From(act)}/body");
    }

    private async Task<CheckReport> CheckAsync()
    {
        using var package = Package.Open(await ExportAsync());
        return PackageCheck.Run(package, Brought.Nothing, (_, _) => { });
    }

    private async Task<string> ExportAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "forum-paket-" + Guid.NewGuid().ToString("N")[..8]);
        _folders.Add(folder);
        await _host.WithAsync<PackageExport, long>(export => export.WriteAsync(folder, new Progress<(long, long)>(), default));
        return folder;
    }

    private Task<object?> TamperAsync(string sql) => _host.AskAsync($"set session_replication_role = replica; {sql}; set session_replication_role = default");
}
