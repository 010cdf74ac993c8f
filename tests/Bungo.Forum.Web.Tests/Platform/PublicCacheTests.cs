using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Bungo.Forum.Web.Tests.Platform;

public class PublicCacheTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_second_anonymous_reader_costs_no_statement_and_gets_no_cookie()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic);
        await host.AVisitor().GetAsync(Urls.Topic(topic));
        var second = host.AVisitor();
        Assert.Equal(0, await host.CountOwnStatementsAsync(() => second.GetAsync(Urls.Topic(topic))));
        Assert.NotNull(second.Page.QuerySelector("#post-1"));
        Assert.False(second.Response.Headers.Contains("Set-Cookie"));
    }

    /// <summary>Whoever shows papers may be told more than everybody: such a page is neither taken from the cache nor put there.</summary>
    [Fact]
    public async Task Who_shows_papers_gets_a_page_made_for_them()
    {
        var topic = await host.ATopicAsync();
        await host.AVisitor().GetAsync(Urls.Topic(topic));
        Assert.Equal(0, await host.CountOwnStatementsAsync(() => host.AVisitor().GetAsync(Urls.Topic(topic))));
        using var program = new HttpClient { BaseAddress = host.Address, DefaultRequestHeaders = { Authorization = new("Basic", "d2FyZ2E6dWpp") } };
        Assert.NotEqual(0, await host.CountOwnStatementsAsync(() => program.GetAsync(new Uri(Urls.Topic(topic), UriKind.Relative))));
    }

    [Theory]
    [InlineData(200, null, true)]
    [InlineData(200, "sesuatu=1", false)]
    [InlineData(404, null, false)]
    [InlineData(500, null, false)]
    public async Task Only_a_page_without_fault_and_without_a_cookie_is_kept(int status, string? cookie, bool isKept)
    {
        var answer = new OutputCacheContext { HttpContext = new DefaultHttpContext(), AllowCacheStorage = true };
        answer.HttpContext.Response.StatusCode = status;
        answer.HttpContext.Response.Headers.SetCookie = cookie;
        await PublicCache.Policy.ServeResponseAsync(answer, default);
        Assert.Equal(isKept, answer.AllowCacheStorage);
    }

    [Fact]
    public async Task Languages_and_members_are_never_mixed_up()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic);
        await host.AVisitor().GetAsync(Urls.Topic(topic));
        var english = host.AVisitor();
        await english.GetAsync($"/bahasa/en?kembali={Urls.Topic(topic)}");
        Assert.Equal("en", english.Page.DocumentElement.GetAttribute("lang"));
        var member = await host.AVisitorAsync(await host.AnAccountAsync());
        await member.GetAsync(Urls.Topic(topic));
        Assert.NotNull(member.Page.QuerySelector("form#tulis"));
        var stranger = host.AVisitor();
        await stranger.GetAsync(Urls.Topic(topic));
        Assert.Null(stranger.Page.QuerySelector("form#tulis"));
        Assert.Equal("id", stranger.Page.DocumentElement.GetAttribute("lang"));
    }
}
