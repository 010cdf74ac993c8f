using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Bungo.Forum.Web.Tests.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Erasures;

/// <summary>
/// The law wants the words of one post gone. A moderator hides it, the administrator destroys it, and everybody can see
/// that, why and on whose decision; nobody can see what.
/// </summary>
public sealed class LawfulErasureTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string Words = "kata-rahasia-9021";
    private const string CaseFile = "Ibu pemohon menunjukkan KTP; alamat rumahnya disebut lengkap.";

    private readonly LedgerHost _host = new(postgres);
    private Account _author = null!;
    private Post _post = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _author = await _host.AnAccountAsync(name: "Penulis Biasa");
        _post = await _host.APostAsync(await _host.ATopicAsync(title: "Alamat loket"), _author, $"Rumahnya di {Words}.", stance: Stance.Support);
        using var author = await _host.AVisitorAsync(_author);
        await author.GetAsync($"/diskusi/kiriman/{_post.Id}/sunting");
        await author.SubmitAsync("form:has(#Body)", ("Body", $"Rumahnya di Jalan {Words}."));
        await _host.APostAsync(_post.Topic!, body: "Tolong jangan sebut alamat.", parent: _post);
        await _host.FlagAsync(_post, note: $"Menyebut {Words}");
        await _host.NumberAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_words_are_nowhere_and_the_erasure_is_everywhere()
    {
        await _host.HideAsync(_post);
        using var admin = await AdminAsync();
        await admin.GetAsync(Urls.Post(_post.Topic!, _post.Number));
        await admin.FollowAsync($"#post-{_post.Number} .law-only");
        await EraseAsync(admin);
        Assert.StartsWith(Urls.Topic(_post.Topic!), admin.Path, StringComparison.Ordinal);
        await _host.NumberAsync();

        using var reader = _host.AVisitor();
        var trace = (await reader.GetAsync(Urls.Topic(_post.Topic!))).QuerySelector($"#post-{_post.Number}")!;
        Assert.All(["dihapus menurut hukum", "BKPSDM Kabupaten Bungo", "Memuat data pribadi orang lain"], part => Assert.Contains(part, trace.TextContent, StringComparison.Ordinal));
        Assert.Contains("Tolong jangan sebut alamat.", reader.Page.Body!.TextContent, StringComparison.Ordinal);
        var row = (await reader.GetAsync(Urls.Erasures)).QuerySelector($"#erasure-{_post.Id}")!;
        Assert.All(["Alamat loket", "Memuat data pribadi orang lain", Wib.Day(Wib.Today(_host.Now))], part => Assert.Contains(part, row.TextContent, StringComparison.Ordinal));
        await reader.FollowAsync($"#erasure-{_post.Id} a[href$='/bukti']");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("Penghapusan yang sah", reader.Page.Body!.TextContent, StringComparison.Ordinal);

        var dump = Path.Combine(_host.Folder, "isi.sql");
        await _host.DumpAsync(dump, "plain");
        var text = await File.ReadAllTextAsync(dump);
        Assert.DoesNotContain(Words, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Words)), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_verifies_lists_the_erasure_and_keeps_the_case_from_the_public()
    {
        await _host.HideAsync(_post);
        using var admin = await AdminAsync();
        await OpenAsync(admin);
        await EraseAsync(admin);
        await _host.NumberAsync();
        var folder = Path.Combine(_host.Folder, "paket");
        await _host.WithAsync<PackageExport, long>(export => export.WriteAsync(folder, new Progress<(long, long)>(), default));
        using var package = Package.Open(folder);
        var report = PackageCheck.Run(package, Brought.Nothing, (_, _) => { });
        Assert.Empty(report.Findings.Told);
        Assert.Equal(2, report.Commitments!.Erased);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var content = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain(Words, content, StringComparison.Ordinal);
            Assert.DoesNotContain("Ibu pemohon", content, StringComparison.Ordinal);
        }

        var act = (await _host.LogAsync()).Last(l => l.Kind.Name == "hapus");
        Assert.Equal("""{"daftar":""", act.Clear.ToString()![..10]);
        Assert.Equal(2, act.Erasures.Count());
        var kept = await _host.WithDbAsync(db => db.ActOpenings.SingleAsync(o => o.ObjectId == _post.ObjectId && o.Label == "berkas"));
        Assert.Equal(Data.OpeningState.Restricted, kept.State);
        Assert.StartsWith(CaseFile, Encoding.UTF8.GetString(kept.Content!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_is_told_with_ground_and_office_and_without_the_words()
    {
        await _host.HideAsync(_post);
        using var admin = await AdminAsync();
        await OpenAsync(admin);
        await EraseAsync(admin);
        var mail = await _host.WithDbAsync(db => db.Users.Where(u => u.Id == _author.Id).Select(u => u.Email).SingleAsync());
        var letter = await _host.WithDbAsync(db => db.Letters.SingleAsync(l => l.To == mail && l.Subject == "Isi kiriman Anda dihapus menurut hukum"));
        Assert.All(["Memuat data pribadi orang lain", "BKPSDM Kabupaten Bungo", "Alamat loket"], part => Assert.Contains(part, letter.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(Words, letter.Text, StringComparison.Ordinal);
        using var author = await _host.AVisitorAsync(_author);
        await author.GetAsync(Urls.Notices);
        await author.FollowAsync("ul.notices .unread a");
        Assert.StartsWith(Urls.Topic(_post.Topic!), author.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_is_shown_or_an_offices_is_not_erased_and_one_person_alone_cannot()
    {
        using var admin = await AdminAsync();
        await OpenAsync(admin);
        Assert.Contains("memerlukan dua orang", admin.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(admin.Page.QuerySelector("main form[method=post]"));

        var official = await _host.APostAsync(_post.Topic!, await _host.AnAccountAsync(Role.Pejabat), "Jawaban kantor.");
        await _host.HideAsync(official);
        await admin.GetAsync(Urls.ErasePost(official.Id));
        Assert.Contains("atas nama kantor", admin.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        // Who hid it as a moderator and became administrator meanwhile.
        var both = await _host.AnAccountAsync(Role.Moderator);
        await _host.HideAsync(_post, both);
        await _host.WithDbAsync(db => db.Accounts.Where(a => a.Id == both.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Role, Role.Admin)));
        using var alone = await _host.AVisitorAsync(both);
        await alone.GetAsync(Urls.ErasePost(_post.Id));
        Assert.Contains("Anda sendiri", alone.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-11-24", CaseFile, "Pilih dasar")]
    [InlineData("data-pihak-lain", "2026-11-25", CaseFile, "Tanggal permintaan")]
    [InlineData("data-pihak-lain", "2020-01-01", CaseFile, "Tanggal permintaan")]
    [InlineData("data-pihak-lain", "besok", CaseFile, "Tanggal permintaan")]
    [InlineData("data-pihak-lain", "2026-11-24", "pendek", "Uraikan perkaranya")]
    public async Task What_is_missing_is_named_and_what_was_typed_stays(string ground, string day, string file, string told)
    {
        await _host.HideAsync(_post);
        using var admin = await AdminAsync();
        await OpenAsync(admin);
        await admin.SubmitAsync("main form[method=post]", ("Ground", ground), ("RequestedOn", day), ("CaseFile", file));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains(told, admin.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(file, admin.Page.QuerySelector("#CaseFile")!.TextContent);
        Assert.Equal(0L, await _host.AskAsync("select count(*) from post where erased_at is not null"));
    }

    [Fact]
    public async Task Pressed_twice_it_is_erased_once()
    {
        await _host.HideAsync(_post);
        using var admin = await AdminAsync();
        await OpenAsync(admin);
        var form = admin.Page;
        await EraseAsync(admin);
        admin.ReturnTo(form);
        await EraseAsync(admin);
        Assert.StartsWith(Urls.Topic(_post.Topic!), admin.Path, StringComparison.Ordinal);
        await _host.NumberAsync();
        Assert.Single(await _host.LogAsync(), l => l.Kind.Name == "hapus");
    }

    [Fact]
    public async Task A_backup_made_before_brings_nothing_back()
    {
        await _host.HideAsync(_post);
        var backup = Path.Combine(_host.Folder, "cadangan");
        await _host.DumpAsync(backup);
        using (var admin = await AdminAsync())
        {
            await OpenAsync(admin);
            await EraseAsync(admin);
        }

        await _host.RestartAsync(() => _host.RestoreAsync(backup));
        Assert.Equal("", await _host.AskAsync($"select body from post where id = {_post.Id}"));
        Assert.Equal("ThirdParty", await _host.AskAsync($"select erasure_ground from post where id = {_post.Id}"));
    }

    private async Task<Visitor> AdminAsync() => await _host.AVisitorAsync(await _host.AnAccountAsync(Role.Admin));

    private Task<IHtmlDocument> OpenAsync(Visitor admin) => admin.GetAsync(Urls.ErasePost(_post.Id));

    private Task<IHtmlDocument> EraseAsync(Visitor admin) => admin.SubmitAsync(
        "main form[method=post]", ("Ground", "data-pihak-lain"), ("RequestedOn", Wib.Today(_host.Now).ToString("yyyy-MM-dd", null)), ("CaseFile", CaseFile));
}
