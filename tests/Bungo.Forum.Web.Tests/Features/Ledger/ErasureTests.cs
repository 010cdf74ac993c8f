using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Web.Features.Discussions;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Tests.Platform.Sequencing;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>
/// Somebody deletes their account. What they wrote is then nowhere: not on the site, not in its tables, not in the package,
/// and not in a site that is brought back from a backup made before; and the whole log still verifies.
/// </summary>
public sealed class ErasureTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string Words = "kata-rahasia-4711";
    private const string Name = "Nama Rahasia 4711";

    private readonly LedgerHost _host = new(postgres);
    private readonly List<string> _addresses = [];
    private Account _account = null!;
    private Topic _topic = null!;
    private Post _official = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _account = await _host.AnAccountAsync(name: Name);
        _topic = await _host.ATopicAsync(_account, $"Judul {Words}");
        using var author = await _host.AVisitorAsync(_account);
        var post = await _host.APostAsync(_topic, _account, $"Satu {Words}.", stance: Stance.Support);
        await author.GetAsync($"/diskusi/kiriman/{post.Id}/sunting");
        await author.SubmitAsync("form:has(#Body)", ("Body", $"Dua {Words}."));
        _official = await _host.APostAsync(_topic, await _host.AnAccountAsync(Role.Pejabat), "Kami catat.", post);
        await _host.APostAsync(_topic, body: "Setuju.", parent: post);
        _addresses.AddRange([
            "/", "/diskusi", $"/diskusi/{_topic.Id}", $"/diskusi/kiriman/{post.Id}/riwayat", $"/api/v1/topics/{_topic.Id}", $"/api/v1/topics/{_topic.Id}/posts",
            $"/live/topic-{_topic.Id}?after=0",
        ]);
        await _host.NumberAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_was_written_is_nowhere_and_the_log_still_verifies()
    {
        Assert.NotEmpty(await TracesAsync());
        await DeleteAsync();
        Assert.Empty(await TracesAsync());

        using var visitor = _host.AVisitor();
        var page = await visitor.GetAsync($"/diskusi/{_topic.Id}");
        Assert.Contains("Dihapus untuk selamanya", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kami catat.", page.Body.TextContent, StringComparison.Ordinal);
        var report = await ExportedAsync(_ => { });
        Assert.Empty(report.Findings.Told);
        // Two versions of the post and the title; and who wrote each of the three acts.
        Assert.Equal(6, report.Commitments!.Erased);
    }

    [Fact]
    public async Task A_backup_made_before_brings_nothing_back()
    {
        var backup = Path.Combine(_host.Folder, "cadangan");
        await _host.DumpAsync(backup);
        await DeleteAsync();
        await _host.RestartAsync(() => _host.RestoreAsync(backup));
        Assert.Empty(await TracesAsync());
        Assert.Equal("", await _host.AskAsync($"select name from account where id = {_account.Id}"));
    }

    [Fact]
    public async Task What_was_said_in_office_stays()
    {
        var official = _official.AuthorId;
        await _host.WithAsync<Web.Features.Accounts.AccountErasure, bool>(async erasure =>
        {
            await erasure.EraseAsync(official, default);
            return true;
        });
        await ForgetAsync();
        Assert.Equal("Kami catat.", await _host.AskAsync($"select body from post where id = {_official.Id}"));
    }

    private async Task DeleteAsync()
    {
        using var leaver = await _host.AVisitorAsync(_account);
        await leaver.GetAsync("/akun/hapus");
        await leaver.SubmitAsync("form[action='/akun/hapus']", ("Password", ForumHost.Password));
        await ForgetAsync();
        await _host.NumberAsync();
    }

    private Task<bool> ForgetAsync() => _host.WithAsync<ErasureOfWords, bool>(async erasure =>
    {
        await erasure.RunAsync(default);
        return true;
    });

    /// <summary>Where the words or the name still stand.</summary>
    private async Task<List<string>> TracesAsync()
    {
        var found = new List<string>();
        using var visitor = _host.AVisitor();
        foreach (var address in _addresses)
            Look(address, await visitor.Http.GetStringAsync(new Uri(address, UriKind.Relative)));
        var dump = Path.Combine(_host.Folder, "isi.sql");
        await _host.DumpAsync(dump, "plain");
        Look("database", await File.ReadAllTextAsync(dump));
        // A restored site's ledger stands still, and has no package to give.
        if (await _host.AskAsync("select count(*) from ledger.pending") is 0L)
        {
            await ExportedAsync(folder =>
            {
                foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) Look(file, Encoding.UTF8.GetString(File.ReadAllBytes(file)));
            });
        }

        return found;

        void Look(string where, string text)
        {
            // The database holds text in bytea columns as hexadecimal digits.
            string[] forms = [Words, Name, .. new[] { Words, Name }.Select(w => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(w)))];
            if (forms.Any(form => text.Contains(form, StringComparison.Ordinal))) found.Add(where);
        }
    }

    private async Task<CheckReport> ExportedAsync(Action<string> look)
    {
        var folder = Path.Combine(_host.Folder, "paket-" + Guid.NewGuid().ToString("N")[..8]);
        await _host.WithAsync<PackageExport, long>(export => export.WriteAsync(folder, new Progress<(long, long)>(), default));
        look(folder);
        using var package = Package.Open(folder);
        return PackageCheck.Run(package, Brought.Nothing, (_, _) => { });
    }
}
