using System.Net;
using Bungo.Forum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Accounts;

public sealed class RegistrationTests(ForumHost host) : IClassFixture<ForumHost>
{
    private static int _next;

    private readonly string _mail = $"warga{Interlocked.Increment(ref _next)}@contoh.example";

    [Fact]
    public async Task A_citizen_registers_confirms_and_is_signed_in()
    {
        using var visitor = await RegisterAsync(_mail, name: "Rahmi A.");
        Assert.Equal("/daftar/terkirim", visitor.Path);

        await visitor.GetAsync(await host.LinkToAsync(_mail));
        await visitor.SubmitAsync("main form", ("Password", ForumHost.Password));
        await visitor.GetAsync("/akun");
        Assert.Equal("/akun", visitor.Path);
        Assert.Equal("Rahmi A.", visitor.Page.QuerySelector("header.bar a[href='/akun']")!.TextContent);
    }

    [Fact]
    public async Task Before_confirming_nobody_signs_in_and_only_who_knows_the_password_hears_why()
    {
        using var visitor = await RegisterAsync(_mail);
        await SignInAsync(visitor, _mail, "bukan kata sandinya");
        Assert.DoesNotContain("belum dikonfirmasi", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        await SignInAsync(visitor, _mail, ForumHost.Password);
        Assert.Contains("belum dikonfirmasi", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_and_another_letter()
    {
        var account = await host.AnAccountAsync();
        var known = ForumHost.MailOf(account.Id);
        using var first = await RegisterAsync(_mail);
        using var second = await RegisterAsync(known, name: "Orang Lain", password: "kata sandi orang lain");
        Assert.Equal(first.Path, second.Path);
        Assert.Equal(first.Page.QuerySelector("main")!.TextContent, second.Page.QuerySelector("main")!.TextContent);
        Assert.Equal(first.Response.Headers.Select(h => h.Key), second.Response.Headers.Select(h => h.Key));

        Assert.Contains("sudah punya akun", Assert.Single(await host.LettersToAsync(known)).Text, StringComparison.Ordinal);
        Assert.NotEqual("Orang Lain", await host.WithDbAsync(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.Name).SingleAsync()));
        using var owner = await host.AVisitorAsync(account);
    }

    [Fact]
    public async Task One_address_registered_ten_times_at_once_is_one_account()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RegisterAsync(_mail)));
        Assert.All(visitors, v => Assert.Equal("/daftar/terkirim", v.Path));
        Assert.Equal(1, await host.WithDbAsync(db => db.Users.CountAsync(u => u.Email == _mail)));
        Assert.Equal(0, await host.WithDbAsync(db => db.Accounts.CountAsync(a => !db.Users.Any(u => u.Id == a.Id))));
        foreach (var visitor in visitors) visitor.Dispose();
    }

    [Fact]
    public async Task Who_registered_anothers_address_gains_nothing_when_the_owner_clicks()
    {
        using var stranger = await RegisterAsync(_mail, password: "kata sandi penyerang");
        using var owner = await RegisterAsync(_mail, password: "kata sandi pemilik");
        using var again = await RegisterAsync(_mail, password: "kata sandi penyerang");

        await owner.GetAsync(await host.LinkToAsync(_mail));
        await owner.SubmitAsync("main form", ("Password", "kata sandi pemilik"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Status);
        await SignInAsync(stranger, _mail, "kata sandi penyerang");
        Assert.Contains("belum dikonfirmasi", stranger.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_leaves_both_links_good()
    {
        using var first = await RegisterAsync(_mail);
        var link = await host.LinkToAsync(_mail);
        using var second = await RegisterAsync(_mail);
        await second.GetAsync(link);
        await second.SubmitAsync("main form", ("Password", ForumHost.Password));
        await second.GetAsync("/akun");
        Assert.Equal("/akun", second.Path);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_until_the_button_is_pressed()
    {
        using var visitor = await RegisterAsync(_mail);
        await visitor.GetAsync(await host.LinkToAsync(_mail));
        Assert.False(await host.WithDbAsync(db => db.Users.Where(u => u.Email == _mail).Select(u => u.EmailConfirmed).SingleAsync()));
    }

    [Fact]
    public async Task One_address_gets_five_letters_an_hour_whoever_asks()
    {
        using var visitor = await RegisterAsync(_mail);
        for (var i = 0; i < 8; i++)
        {
            await visitor.GetAsync("/daftar/kirim-ulang");
            await visitor.SubmitAsync("main form", ("Email", _mail));
            Assert.Equal("/daftar/terkirim", visitor.Path);
        }

        Assert.Equal(AccountMail.MostAskedFor, (await host.LettersToAsync(_mail)).Count);
    }

    [Fact]
    public async Task Asking_again_for_an_unknown_address_sends_nothing_and_says_the_same()
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/daftar/kirim-ulang");
        await visitor.SubmitAsync("main form", ("Email", _mail));
        Assert.Equal("/daftar/terkirim", visitor.Path);
        Assert.Empty(await host.LettersToAsync(_mail));
    }

    [Theory]
    [InlineData("Name", "", "Tulis nama")]
    [InlineData("Name", "BKPSDM  kabupaten Bungo", "nama kantor")]
    [InlineData("Name", "ADMIN", "nama kantor")]
    [InlineData("Email", "bukan-surel", "tidak lengkap")]
    [InlineData("Email", "a@b.example\r\nBcc: korban@x.example", "tidak lengkap")]
    [InlineData("Email", "a@b.example,korban@x.example", "tidak lengkap")]
    [InlineData("Password", "pendek", "paling sedikit 10")]
    [InlineData("Password", "indonesia123", "mudah ditebak")]
    [InlineData("Password", "aaaaaaaaaaaa", "mudah ditebak")]
    [InlineData("IsOldEnough", "", "17 tahun")]
    [InlineData("Agrees", "", "tata tertib")]
    public async Task What_is_wrong_is_told_at_its_field_and_the_rest_stays(string field, string value, string told)
    {
        using var visitor = await RegisterAsync(_mail, change: (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains(told, visitor.Page.QuerySelector($".error-summary a[href='#{field}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", visitor.Page.GetElementById(field)!.GetAttribute("aria-invalid"));
        if (field != "Email") Assert.Equal(_mail, visitor.Page.GetElementById("Email")!.GetAttribute("value"));
        if (field != "Password") Assert.Null(visitor.Page.GetElementById("Password")!.GetAttribute("value"));
        Assert.False(await host.WithDbAsync(db => db.Users.AnyAsync(u => u.Email == _mail)));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/daftar");
        await visitor.SubmitAsync("main form");
        Assert.Equal(5, visitor.Page.QuerySelectorAll(".error-summary li").Length);
    }

    [Fact]
    public async Task A_name_of_a_megabyte_is_refused()
    {
        using var visitor = await RegisterAsync(_mail, name: new string('n', 1_000_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
    }

    [Fact]
    public async Task A_registration_nobody_confirms_is_forgotten_after_a_week()
    {
        using var visitor = await RegisterAsync(_mail);
        await PurgeAsync();
        Assert.True(await host.WithDbAsync(db => db.Users.AnyAsync(u => u.Email == _mail)));
        var confirmed = await host.AnAccountAsync();
        host.Clock.Advance(TimeSpan.FromDays(8));
        await PurgeAsync();
        Assert.False(await host.WithDbAsync(db => db.Users.AnyAsync(u => u.Email == _mail)));
        Assert.True(await host.WithDbAsync(db => db.Users.AnyAsync(u => u.Id == confirmed.Id)));
    }

    private Task<bool> PurgeAsync() => host.WithAsync<PurgeSignInsJob, bool>(async job =>
    {
        await job.RunAsync(default);
        return true;
    });

    private async Task<Visitor> RegisterAsync(string mail, string name = "Warga", string password = ForumHost.Password, (string Field, string Value)? change = null)
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync("/daftar");
        var values = new Dictionary<string, string> { ["Name"] = name, ["Email"] = mail, ["Password"] = password, ["IsOldEnough"] = "true", ["Agrees"] = "true" };
        if (change is { } c) values[c.Field] = c.Value;
        await visitor.SubmitAsync("main form", [.. values.Where(v => v.Value.Length > 0 || v.Key == "Name").Select(v => (v.Key, v.Value))]);
        return visitor;
    }

    private static async Task SignInAsync(Visitor visitor, string mail, string password)
    {
        await visitor.GetAsync("/masuk");
        await visitor.SubmitAsync("main form", ("Email", mail), ("Password", password));
    }
}
