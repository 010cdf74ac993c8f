using System.Net.Http.Json;
using System.Threading.Channels;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Platform.Live;

public class LiveTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_post_reaches_who_watches_with_the_html_the_page_has()
    {
        var topic = await host.ATopicAsync();
        await using var watcher = await WatchAsync(Streams.Topic(topic.Id));
        await host.APostAsync(topic, body: "Tampil sendiri");
        var changed = await watcher.UntilAsync(e => e.Html.Contains("Tampil sendiri", StringComparison.Ordinal));
        var page = await host.AVisitor().GetAsync(Urls.Topic(topic));
        Assert.Contains(page.QuerySelector("#post-1 .body")!.InnerHtml, changed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_arrive_numbered_without_a_gap_under_concurrent_writers()
    {
        var topic = await host.ATopicAsync();
        await using var watcher = await WatchAsync(Streams.Topic(topic.Id));
        var author = await host.AnAccountAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => host.APostAsync(topic, author, $"Tulisan {i}")));
        var numbers = new List<long>();
        while (numbers.Count < 60) numbers.Add((await watcher.NextAsync()).Number);
        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long)n), numbers);
    }

    [Fact]
    public async Task Each_watcher_hears_their_language()
    {
        var topic = await host.ATopicAsync();
        await using var english = await WatchAsync(Streams.Topic(topic.Id), "en");
        await using var indonesian = await WatchAsync(Streams.Topic(topic.Id));
        await host.APostAsync(topic);
        Assert.Contains(">Reply<", (await english.UntilAsync(e => e.Html.Contains("post-1", StringComparison.Ordinal))).Html, StringComparison.Ordinal);
        Assert.Contains(">Balas<", (await indonesian.UntilAsync(e => e.Html.Contains("post-1", StringComparison.Ordinal))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_missed_events_gets_them_by_number_and_the_last_look_only_once()
    {
        var topic = await host.ATopicAsync();
        var author = await host.AnAccountAsync();
        var post = await host.APostAsync(topic, author, "Satu");
        for (var i = 0; i < 3; i++) await host.APostAsync(topic, author, $"Balasan {i}", post);
        var answer = await CatchUpAsync(Streams.Topic(topic.Id), 2);
        Assert.False(answer.Reload);
        Assert.Equal(Enumerable.Range(3, answer.Events.Count).Select(n => (long)n), answer.Events.Select(e => e.Number));
        Assert.Single(answer.Events, e => e.Html.Contains("id=\"post-1\"", StringComparison.Ordinal));
        Assert.Equal(answer.Number, answer.Events[^1].Number);
        Assert.Empty((await CatchUpAsync(Streams.Topic(topic.Id), answer.Number)).Events);
    }

    [Fact]
    public async Task Who_missed_too_much_or_comes_from_the_future_is_told_to_reload()
    {
        var topic = await host.ATopicAsync();
        var author = await host.AnAccountAsync();
        for (var i = 0; i < (LiveEvents.MostEvents / 2) + 1; i++) await host.APostAsync(topic, author, $"Tulisan {i}");
        Assert.True((await CatchUpAsync(Streams.Topic(topic.Id), 0)).Reload);
        Assert.True((await CatchUpAsync(Streams.Topic(topic.Id), 9_999)).Reload);
    }

    [Fact]
    public async Task An_anonymous_page_is_served_anew_after_an_act()
    {
        var topic = await host.ATopicAsync();
        await using var watcher = await WatchAsync(Streams.Topic(topic.Id));
        Assert.DoesNotContain("Baru sekali", (await host.AVisitor().GetAsync(Urls.Topic(topic))).Body!.TextContent, StringComparison.Ordinal);
        await host.APostAsync(topic, body: "Baru sekali");
        await watcher.UntilAsync(e => e.Html.Contains("Baru sekali", StringComparison.Ordinal));
        Assert.Contains("Baru sekali", (await host.AVisitor().GetAsync(Urls.Topic(topic))).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A stream is served after the one heard of before it, so the other topic's post tells that the bad event was tried.</summary>
    [Fact]
    public async Task An_event_that_cannot_be_rendered_does_not_hold_up_those_after_it()
    {
        var (topic, other) = (await host.ATopicAsync(), await host.ATopicAsync());
        await using var watcher = await WatchAsync(Streams.Topic(topic.Id));
        await using var elsewhere = await WatchAsync(Streams.Topic(other.Id));
        await host.APostAsync(topic, body: "Sebelumnya");
        await watcher.UntilAsync(e => e.Html.Contains("Sebelumnya", StringComparison.Ordinal));
        await AnEventWithoutAFragmentAsync(topic);
        await host.APostAsync(other, body: "Di tempat lain");
        await elsewhere.UntilAsync(e => e.Html.Contains("Di tempat lain", StringComparison.Ordinal));
        await host.APostAsync(topic, body: "Sesudahnya");
        await watcher.UntilAsync(e => e.Html.Contains("Sesudahnya", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_missed_what_cannot_be_rendered_is_told_to_reload()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic);
        var before = await CatchUpAsync(Streams.Topic(topic.Id), 0);
        Assert.False(before.Reload);
        await AnEventWithoutAFragmentAsync(topic);
        var answer = await CatchUpAsync(Streams.Topic(topic.Id), before.Number);
        Assert.True(answer.Reload);
        Assert.Equal(before.Number + 1, answer.Number);
        Assert.Empty(answer.Events);
        Assert.False((await CatchUpAsync(Streams.Topic(topic.Id), answer.Number)).Reload);
    }

    /// <summary>The topic is made without an act, so that its first event ever comes while nobody listens.</summary>
    [Fact]
    public async Task What_happened_while_the_node_heard_nothing_reaches_who_watches()
    {
        var topic = await host.WithDbAsync(async db =>
        {
            var by = await host.AnAccountAsync();
            var made = Topic.Open(await db.Accounts.SingleAsync(a => a.Id == by.Id), null, "Belum ada apa-apa", host.Now).Value;
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        await using var watcher = await WatchAsync(Streams.Topic(topic.Id));
        var cut = await host.WithDbAsync(db => db.Database
            .SqlQuery<bool>($"select pg_terminate_backend(pid) as \"Value\" from pg_stat_activity where datname = current_database() and query like 'listen %'").ToListAsync());
        Assert.Single(cut);
        await host.APostAsync(topic, body: "Selagi tuli");
        // The newest alone is sent; a browser that sees the gap asks for the rest.
        var newest = await watcher.NextAsync();
        Assert.True(newest.Number > 1);
        var missed = await CatchUpAsync(Streams.Topic(topic.Id), 0);
        Assert.Equal(newest.Number, missed.Number);
        Assert.Contains(missed.Events, e => e.Html.Contains("Selagi tuli", StringComparison.Ordinal));
    }

    private Task<int> AnEventWithoutAFragmentAsync(Topic topic) => host.WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
        with s as (update live.stream set last_number = last_number + 1 where name = {Streams.Topic(topic.Id)} returning name, last_number),
        e as (insert into live.stream_event (stream, number, target, at) select name, last_number, 'tidak-ada-1', {host.Now} from s)
        select pg_notify({ActRecorder.Channel}, name || ' ' || last_number || ' ' || last_number) from s
        """));

    [Theory]
    [InlineData("topic-1|id")]
    [InlineData("")]
    [InlineData("TOPIC")]
    public async Task A_stream_with_a_strange_name_cannot_be_joined(string stream)
    {
        await using var connection = Connection("id");
        await connection.StartAsync();
        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => connection.InvokeAsync("Join", stream));
    }

    /// <summary>Nothing that belongs to one viewer is in what everybody gets.</summary>
    [Fact]
    public async Task A_fragment_carries_no_token()
    {
        var topic = await host.ATopicAsync();
        await using var watcher = await WatchAsync(Streams.Topic(topic.Id));
        await host.APostAsync(topic, stance: Stance.Support);
        var changed = await watcher.UntilAsync(e => e.Html.Contains("post-1", StringComparison.Ordinal));
        Assert.DoesNotContain("form_token", changed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("nonce", changed.Html, StringComparison.Ordinal);
    }

    private Task<LiveAnswer> CatchUpAsync(string stream, long after) =>
        host.AVisitor().Http.GetFromJsonAsync<LiveAnswer>(new Uri($"/live/{stream}?after={after}", UriKind.Relative))!;

    private async Task<Watcher> WatchAsync(string stream, string language = "id")
    {
        var watcher = new Watcher(Connection(language));
        await watcher.StartAsync(stream);
        return watcher;
    }

    private HubConnection Connection(string language) => new HubConnectionBuilder()
        .WithUrl(new Uri(host.Address, LiveHub.Address), o => o.Headers.Add("Cookie", $"bahasa={language}"))
        .Build();

    private sealed class Watcher(HubConnection connection) : IAsyncDisposable
    {
        private readonly Channel<LiveEvent> _events = Channel.CreateUnbounded<LiveEvent>();

        public async Task StartAsync(string stream)
        {
            connection.On<string, long, string>("changed", (_, number, html) => _events.Writer.TryWrite(new LiveEvent(number, html)));
            await connection.StartAsync();
            await connection.InvokeAsync("Join", stream);
        }

        public async Task<LiveEvent> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            return await _events.Reader.ReadAsync(patience.Token);
        }

        public async Task<LiveEvent> UntilAsync(Func<LiveEvent, bool> wanted)
        {
            while (true)
                if (await NextAsync() is var e && wanted(e)) return e;
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
