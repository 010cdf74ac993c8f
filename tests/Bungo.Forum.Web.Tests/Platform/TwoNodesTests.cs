using System.Net;
using System.Net.Http.Json;
using Bungo.Forum.Web.Platform;

namespace Bungo.Forum.Web.Tests.Platform;

/// <summary>Two nodes of the site over one database and one Redis are one site.</summary>
public sealed class TwoNodesTests(TestPostgres postgres) : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private Node _a = null!;
    private Node _b = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _a = new Node(postgres, null, _redis.Address);
        await _a.InitializeAsync();
        _b = new Node(postgres, _a.ConnectionString, _redis.Address);
        await _b.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _b.DisposeAsync();
        await _a.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task What_one_node_made_the_other_serves_and_a_post_through_one_is_seen_on_the_other_at_once()
    {
        var topic = await _a.ATopicAsync();
        await _a.APostAsync(topic, body: "Kiriman pertama");
        var address = Urls.Topic(topic);
        await SeenAsync(_b, address, "Kiriman pertama");
        var cost = await _a.CountOwnStatementsAsync(() => _a.AVisitor().GetAsync(address));
        Assert.Equal(0, cost);
        // The other node never made this page itself.
        var other = Urls.Topic(topic) + "?urut=baru";
        await _a.AVisitor().GetAsync(other);
        Assert.Equal(0, await _a.CountStatementsAsync(() => _b.AVisitor().GetAsync(other)));

        for (var i = 0; i < 5; i++)
        {
            using var program = await _a.AProgramAsync(await _a.AnAccountAsync());
            using var posted = await program.PostAsJsonAsync(new Uri($"/api/v1/topics/{topic.Id}/posts", UriKind.Relative), new { body = $"Lewat simpul A nomor {i}" });
            Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
            await SeenAsync(_b, address, $"Lewat simpul A nomor {i}");
        }
    }

    [Fact]
    public async Task Who_signed_in_at_one_is_signed_in_at_the_other()
    {
        using var visitor = await _a.AVisitorAsync(await _a.AnAccountAsync(name: "Rahmi A."));
        await visitor.GetAsync(new Uri(_b.Address, "/akun").AbsoluteUri);
        Assert.Equal("/akun", visitor.Path);
        Assert.Equal("Rahmi A.", visitor.Page.QuerySelector("header.bar a[href='/akun']")!.TextContent);
    }

    [Fact]
    public async Task Without_Redis_pages_are_made_anew_and_nobody_sees_an_error()
    {
        var topic = await _a.ATopicAsync();
        await _a.APostAsync(topic, body: "Sebelum Redis mati");
        await SeenAsync(_b, Urls.Topic(topic), "Sebelum Redis mati");
        await _redis.StopAsync();
        await _a.APostAsync(topic, body: "Sesudah Redis mati");
        await SeenAsync(_a, Urls.Topic(topic), "Sesudah Redis mati");
        await SeenAsync(_b, Urls.Topic(topic), "Sesudah Redis mati");
    }

    // The notification travels a moment; an eviction that does not come would be seen only when the page's 30 seconds are over.
    private static async Task SeenAsync(Node node, string address, string words)
    {
        const int Tries = 40;
        for (var i = 0; ; i++)
        {
            using var visitor = node.AVisitor();
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            if (page.Body!.TextContent.Contains(words, StringComparison.Ordinal)) return;
            Assert.True(i < Tries, $"{node.Address} does not show '{words}'");
            // The other node hears of the commit in its own time, and a page without script cannot be told of it.
            await Task.Delay(50);
        }
    }

    private sealed class Node(TestPostgres postgres, string? database, string redis) : ForumHost(postgres)
    {
        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["ConnectionStrings:Redis"] = redis };

        protected override Task<string> DatabaseAsync(TestPostgres postgres) => database is null ? base.DatabaseAsync(postgres) : Task.FromResult(database);
    }
}
