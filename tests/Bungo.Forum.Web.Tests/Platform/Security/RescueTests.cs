using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Platform.Security;

public sealed class RescueTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const string Written = "Baris pertama.\n\n  <b>Baris</b> \"kedua\" & ketiga";

    [Fact]
    public async Task What_was_written_when_the_session_had_ended_comes_back_and_is_sent_with_one_press()
    {
        var (account, topic) = (await host.AnAccountAsync(), await host.ATopicAsync());
        using var visitor = await OnTheTopicAsync(account, topic);
        EndSession(visitor);
        await visitor.SubmitAsync("#tulis", ("Body", Written));
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.Status);
        Assert.True(visitor.Response.Headers.CacheControl!.NoStore);
        Assert.Contains("<b>Baris</b>", visitor.Page.QuerySelector("main details pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(topic));

        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(account.Id)), ("Password", "salah salah salah"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(account.Id)), ("Password", ForumHost.Password));
        Assert.Equal(Written, visitor.Page.QuerySelector("main textarea[name=Body]")!.TextContent.Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync(topic));

        await visitor.SubmitAsync("main form");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.StartsWith($"/diskusi/{topic.Id}-", visitor.Path, StringComparison.Ordinal);
        Assert.Equal(Written, await host.WithDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).Select(p => p.Body).SingleAsync()));
    }

    [Fact]
    public async Task Pressing_twice_posts_once()
    {
        var (account, topic) = (await host.AnAccountAsync(), await host.ATopicAsync());
        using var visitor = await OnTheTopicAsync(account, topic);
        EndSession(visitor);
        await visitor.SubmitAsync("#tulis", ("Body", Written));
        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(account.Id)), ("Password", ForumHost.Password));
        var page = visitor.Page;
        await visitor.SubmitAsync("main form");
        visitor.ReturnTo(page);
        await visitor.SubmitAsync("main form");
        Assert.Equal(1, await CountAsync(topic));
    }

    [Fact]
    public async Task A_form_with_a_stale_token_comes_back_to_who_is_still_signed_in()
    {
        var (account, topic) = (await host.AnAccountAsync(), await host.ATopicAsync());
        using var visitor = await OnTheTopicAsync(account, topic);
        Expire(visitor, "formulir");
        await visitor.SubmitAsync("#tulis", ("Body", Written), ("form_token", "basi"));
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        await visitor.SubmitAsync("main form", ("Body", "Diperbaiki sebelum dikirim."));
        Assert.Equal("Diperbaiki sebelum dikirim.", await host.WithDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).Select(p => p.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_form_opened_as_one_member_and_sent_as_another_is_looked_over_first()
    {
        var (one, other, topic) = (await host.AnAccountAsync(), await host.AnAccountAsync(), await host.ATopicAsync());
        using var visitor = await OnTheTopicAsync(one, topic);
        var page = visitor.Page;
        await visitor.GetAsync("/keluar");
        await visitor.SubmitAsync("main form");
        await visitor.SignInAsync(ForumHost.MailOf(other.Id), ForumHost.Password);
        visitor.ReturnTo(page);
        await visitor.SubmitAsync("#tulis", ("Body", Written));
        Assert.Equal(0, await CountAsync(topic));
        Assert.NotNull(visitor.Page.QuerySelector("main textarea[name=Body]"));
    }

    [Fact]
    public async Task A_stale_registration_comes_back_without_its_password_and_asks_for_it_again()
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/daftar");
        Expire(visitor, "formulir");
        const string Mail = "basi@contoh.example";
        await visitor.SubmitAsync("main form", ("Name", "Rahmi Aulia"), ("Email", Mail), ("Password", "rahasia yang panjang"), ("IsOldEnough", "true"), ("Agrees", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.DoesNotContain("rahasia yang panjang", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await visitor.SubmitAsync("main form", ("Password", "rahasia yang panjang"));
        Assert.Equal("/daftar/terkirim", visitor.Path);
        Assert.True(await host.WithDbAsync(db => db.Users.AnyAsync(u => u.Email == Mail)));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://jahat.example")]
    [InlineData("Origin", "null")]
    public async Task What_another_site_sent_is_never_offered_for_sending(string header, string value)
    {
        var (account, topic) = (await host.AnAccountAsync(), await host.ATopicAsync());
        using var visitor = await host.AVisitorAsync(account);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/diskusi/{topic.Id}-{topic.Slug}") { Content = new FormUrlEncodedContent([new("Body", "Beli di toko jahat sekarang")]) };
        request.Headers.TryAddWithoutValidation(header, value);
        var answer = await visitor.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Beli di toko", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seal_that_is_not_ours_is_ignored()
    {
        var account = await host.AnAccountAsync();
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/masuk");
        var form = visitor.Page.QuerySelector("main form")!;
        form.InnerHtml += "<input type=hidden name=Rescue value='CfDJ8palsu'>";
        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(account.Id)), ("Password", ForumHost.Password));
        Assert.Null(visitor.Page.QuerySelector("main textarea"));
        Assert.Equal("/", visitor.Path);
    }

    [Fact]
    public async Task A_sealed_form_leads_nowhere_but_to_this_site()
    {
        var account = await host.AnAccountAsync();
        var rescue = host.Services.GetRequiredService<Rescue>();
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/masuk");
        var seal = rescue.Seal(new RescuedForm("//jahat.example/", [new("Body", "Tulisan saya")], []));
        visitor.Page.QuerySelector("main form")!.InnerHtml += $"<input type=hidden name=Rescue value='{seal}'>";
        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(account.Id)), ("Password", ForumHost.Password));
        Assert.Equal("/", visitor.Page.QuerySelector("main form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task More_than_the_forum_takes_is_not_carried_around()
    {
        var topic = await host.ATopicAsync();
        using var visitor = await OnTheTopicAsync(await host.AnAccountAsync(), topic);
        EndSession(visitor);
        await visitor.SubmitAsync("#tulis", ("Body", string.Concat(Enumerable.Repeat("kata ", 60_000))));
        Assert.InRange((await visitor.Response.Content.ReadAsStringAsync()).Length, 1, 50_000);
    }

    [Fact]
    public async Task A_form_beyond_every_limit_is_answered_not_crashed()
    {
        var topic = await host.ATopicAsync();
        using var visitor = await OnTheTopicAsync(await host.AnAccountAsync(), topic);
        await visitor.SubmitAsync("#tulis", ("Body", new string('a', 6_000_000)));
        Assert.InRange((int)visitor.Status, 400, 499);
        Assert.NotNull(visitor.Page.QuerySelector("header.bar"));
    }

    [Fact]
    public async Task A_script_is_told_that_nobody_is_signed_in()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        using var visitor = host.AVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/diskusi/kiriman/{post.Id}/dukung") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Accept.ParseAdd("application/json");
        var answer = await visitor.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_page_that_gives_back_has_one_policy_of_content_and_its_headers()
    {
        var topic = await host.ATopicAsync();
        using var visitor = await OnTheTopicAsync(await host.AnAccountAsync(), topic);
        EndSession(visitor);
        await visitor.SubmitAsync("#tulis", ("Body", Written));
        Assert.Single(visitor.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("DENY", visitor.Response.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task The_page_asked_for_by_itself_leads_home()
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/lanjutkan");
        Assert.Equal("/", visitor.Path);
    }

    private async Task<Visitor> OnTheTopicAsync(Account account, Topic topic)
    {
        var visitor = await host.AVisitorAsync(account);
        await visitor.GetAsync($"/diskusi/{topic.Id}-{topic.Slug}");
        return visitor;
    }

    private static void EndSession(Visitor visitor) => Expire(visitor, "masuk");

    private static void Expire(Visitor visitor, string cookie) => visitor.Cookies.GetAllCookies().Single(c => c.Name == cookie).Expired = true;

    private Task<int> CountAsync(Topic topic) => host.WithDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id));
}
