using System.Net;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Features.Accounts;

public sealed class SignInTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Somebody_with_an_account_signs_in_and_out()
    {
        var account = await host.AnAccountAsync(name: "Rahmi");
        using var visitor = await host.AVisitorAsync(account);
        Assert.Equal("/", visitor.Path);
        await visitor.GetAsync("/keluar");
        Assert.Equal("Rahmi", visitor.Page.QuerySelector("header.bar a[href='/akun']")!.TextContent);
        await visitor.SubmitAsync("main form");
        await visitor.GetAsync("/masuk");
        Assert.Null(visitor.Page.QuerySelector("header.bar a[href='/akun']"));
        Assert.NotNull(visitor.Page.QuerySelector("header.bar a[href^='/masuk']"));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var account = await host.AnAccountAsync();
        var known = await RefusalAsync(ForumHost.MailOf(account.Id), "salah-salah-salah");
        var unknown = await RefusalAsync("tidak-ada@contoh.example", "salah-salah-salah");
        Assert.NotEmpty(known);
        Assert.Equal(known, unknown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_wrong_tries_lock_an_address_for_fifteen_minutes_whether_or_not_it_is_known(bool known)
    {
        var account = await host.AnAccountAsync();
        var mail = known ? ForumHost.MailOf(account.Id) : "hantu@contoh.example";
        for (var i = 0; i < 5; i++) Assert.DoesNotContain("15 menit", await RefusalAsync(mail, "salah-salah-salah"), StringComparison.Ordinal);
        Assert.Contains("15 menit", await RefusalAsync(mail, ForumHost.Password), StringComparison.Ordinal);
        Assert.Contains("15 menit", await RefusalAsync(mail.ToUpperInvariant(), ForumHost.Password), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(15));
        if (!known) return;
        using var visitor = await host.AVisitorAsync(account);
        Assert.Equal("/", visitor.Path);
    }

    [Fact]
    public async Task A_hundred_guesses_at_once_are_a_hundred_counted_guesses()
    {
        var account = await host.AnAccountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefusalAsync(ForumHost.MailOf(account.Id), "salah-salah-salah")));
        Assert.Equal(15, answers.Count(a => a.Contains("menit", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/konsultasi?x=1", "/konsultasi?x=1")]
    [InlineData("//jahat.example/", "/")]
    [InlineData("https://jahat.example/", "/")]
    [InlineData("/\\jahat.example", "/")]
    [InlineData("/\t/jahat.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task After_signing_in_one_comes_back_to_an_address_of_this_site_only(string asked, string led)
    {
        var account = await host.AnAccountAsync();
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/masuk?kembali=" + Uri.EscapeDataString(asked));
        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(account.Id)), ("Password", ForumHost.Password));
        Assert.Equal(host.Address.Authority, visitor.Response.RequestMessage!.RequestUri!.Authority);
        Assert.Equal(led, visitor.Path);
    }

    [Fact]
    public async Task A_sign_in_without_the_forms_token_is_refused()
    {
        var account = await host.AnAccountAsync();
        using var visitor = host.AVisitor();
        using var form = new FormUrlEncodedContent([new("Email", ForumHost.MailOf(account.Id)), new("Password", ForumHost.Password)]);
        var response = await visitor.Http.PostAsync(new Uri("/masuk", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(visitor.Cookies.GetCookies(host.Address), c => c.Name == "masuk");
    }

    [Fact]
    public async Task A_password_of_a_megabyte_is_not_hashed()
    {
        var account = await host.AnAccountAsync();
        Assert.Contains("salah", await RefusalAsync(ForumHost.MailOf(account.Id), new string('a', 1_000_000)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accounts_language_is_applied_when_signing_in()
    {
        var account = await host.AnAccountAsync();
        await host.WithDbAsync(async db =>
        {
            var row = await db.Accounts.FindAsync(account.Id);
            row!.Speak("en");
            return await db.SaveChangesAsync();
        });
        using var visitor = await host.AVisitorAsync(account);
        await visitor.GetAsync("/keluar");
        Assert.Equal("en", visitor.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_a_scripts_reach()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        using var visitor = await host.AVisitorAsync(official);
        Assert.Contains(visitor.Cookies.GetCookies(host.Address), c => c is { Name: "masuk", HttpOnly: true });
    }

    private async Task<string> RefusalAsync(string mail, string password)
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/masuk");
        await visitor.SubmitAsync("main form", ("Email", mail), ("Password", password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        return visitor.Page.QuerySelector(".error-summary")!.TextContent.Trim();
    }
}
