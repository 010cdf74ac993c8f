using System.Net;
using System.Text.Json.Nodes;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Discussions;

/// <summary>A chain of ten thousand replies, each to the one before: as deep as a tree can be with so many posts.</summary>
public sealed class DeepChainHost(TestPostgres postgres) : ForumHost(postgres), IAsyncLifetime
{
    public const int Length = 10_000;

    public Topic Topic { get; private set; } = null!;
    public Account Author { get; private set; } = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Author = await AnAccountAsync();
        Topic = await this.ATopicAsync(Author, "Rantai yang sangat dalam");
        await WithDbAsync(async db =>
        {
            var (topic, author) = (await db.Topics.SingleAsync(t => t.Id == Topic.Id), await db.Accounts.SingleAsync(a => a.Id == Author.Id));
            Post? above = null;
            for (var i = 1; i <= Length; i++) db.Add(above = topic.Import(author, above, $"Balasan ke-{i}", Now));
            return await db.SaveChangesAsync();
        });
    }
}

public sealed class DeepChainTests(DeepChainHost host) : IClassFixture<DeepChainHost>
{
    [Fact]
    public async Task It_is_read_in_every_order_and_at_every_place_with_the_statements_of_a_short_topic()
    {
        var shorter = await host.ATopicAsync();
        await host.APostAsync(shorter, parent: await host.APostAsync(shorter));
        using var reader = host.AVisitor();
        reader.Http.DefaultRequestHeaders.Add("Cookie", "lain=1");
        foreach (var query in new[] { "", "?urut=Terbaru", "?urut=Didukung", "?urut=BelumDijawab" })
            Assert.Equal(await host.FewestStatementsAsync(reader, Urls.Topic(shorter) + query), await host.FewestStatementsAsync(reader, Urls.Topic(host.Topic) + query));

        foreach (var number in new[] { 1, 299, 300, 5_000, DeepChainHost.Length })
        {
            await reader.GetAsync($"{Urls.Topic(host.Topic)}/{number}");
            Assert.Equal(HttpStatusCode.OK, reader.Status);
            Assert.Contains($"Balasan ke-{number}", reader.Page.QuerySelector($"#post-{number} .body")!.TextContent, StringComparison.Ordinal);
            Assert.InRange(reader.Page.QuerySelectorAll("li.post").Length, 1, 50);
        }
    }

    [Fact]
    public async Task Page_after_page_in_thread_order_shows_every_post_once_and_in_order()
    {
        using var reader = host.AVisitor();
        await reader.GetAsync($"{Urls.Topic(host.Topic)}/9700");
        var seen = new List<int>();
        while (true)
        {
            seen.AddRange(reader.Page.QuerySelectorAll("li.post").Select(p => int.Parse(p.Id!["post-".Length..], null)));
            if (reader.Page.QuerySelector("a[rel=next]") is null) break;
            await reader.FollowAsync("a[rel=next]");
        }

        Assert.Equal(Enumerable.Range(9_700, DeepChainHost.Length - 9_699), seen.Where(n => n <= DeepChainHost.Length));
    }

    [Fact]
    public async Task One_more_reply_an_edit_a_withdrawal_and_a_hiding_are_taken_at_the_bottom_and_in_the_middle()
    {
        var last = await PostAsync(DeepChainHost.Length);
        using var member = await host.AVisitorAsync(await host.AnAccountAsync());
        await member.GetAsync($"{Urls.Topic(host.Topic)}?balas={last.Id}");
        await member.SubmitAsync("#tulis", ("Body", "Satu lagi di dasar rantai"));
        Assert.Equal(HttpStatusCode.OK, member.Status);
        Assert.Contains("Satu lagi di dasar rantai", member.Page.QuerySelector("ol.posts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(DeepChainHost.Length, (await PostAsync(DeepChainHost.Length + 1)).Depth);

        var (edited, withdrawn, hidden) = (await PostAsync(4_000), await PostAsync(5_001), await PostAsync(6_000));
        using var author = await host.AVisitorAsync(host.Author);
        await author.GetAsync($"/diskusi/kiriman/{edited.Id}/sunting");
        await author.SubmitAsync("main form", ("Body", "Disunting di tengah rantai"));
        Assert.Equal(HttpStatusCode.OK, author.Status);
        await author.GetAsync($"/diskusi/kiriman/{withdrawn.Id}/tarik");
        await author.SubmitAsync("main form");
        Assert.NotNull(author.Page.QuerySelector("#post-5001.trace"));

        using var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));
        await moderator.GetAsync(Urls.DecidePost(hidden.Id));
        await moderator.SubmitAsync("button[value=sembunyikan]", ("Rule", "T-4"), ("Reason", Desk.Reason), ("Criticised", "tidak"));
        Assert.Equal(HttpStatusCode.OK, moderator.Status);
        Assert.NotNull((await moderator.GetAsync($"{Urls.Topic(host.Topic)}/6000")).QuerySelector("#post-6000.trace"));

        using var http = new HttpClient { BaseAddress = host.Address };
        var missed = JsonNode.Parse(await http.GetStringAsync(new Uri($"/live/{PublicActs.Streams.Topic(host.Topic.Id)}?after=0", UriKind.Relative)))!;
        Assert.Contains(missed["events"]!.AsArray(), e => e!["html"]!.GetValue<string>().Contains("post-6000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Programs_read_it_to_the_end()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var (count, next) = (0, (string?)"0");
        while (next is not null)
        {
            var page = JsonNode.Parse(await http.GetStringAsync(new Uri($"/api/v1/topics/{host.Topic.Id}/posts?after={next}", UriKind.Relative)))!;
            count += page["items"]!.AsArray().Count;
            next = page["next"]?.GetValue<string>();
        }

        Assert.InRange(count, DeepChainHost.Length, DeepChainHost.Length + 1);
    }

    private Task<Post> PostAsync(int number) => host.WithDbAsync(db => db.Posts.SingleAsync(p => p.TopicId == host.Topic.Id && p.Number == number));
}
