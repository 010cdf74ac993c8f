using Bungo.Forum.Web.Platform;

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
