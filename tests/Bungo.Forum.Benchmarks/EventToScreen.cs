using System.Collections.Concurrent;
using System.Diagnostics;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Benchmarks;

/// <summary>
/// From the commit of a post to its HTML in the hands of 1,000 connected viewers of the topic. Viewers are
/// SignalR clients in this very process, so their work is part of what is measured: a floor, not a flattery.
/// </summary>
public static class EventToScreen
{
    private const int Viewers = 1_000;
    private const int Posts = 20;

    public static async Task<IReadOnlyList<Ratio>> RunAsync(BenchSite site)
    {
        var topic = await site.ATopicAsync(50);
        var author = await site.WithDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).Select(p => p.AuthorId).FirstAsync());
        var arrivals = new ConcurrentDictionary<int, ConcurrentBag<double>>();
        var sent = new ConcurrentDictionary<int, long>();
        var viewers = await ConnectAsync(site, topic.Id, html =>
        {
            var at = Stopwatch.GetTimestamp();
            for (var i = 0; i < Posts; i++)
                if (html.Contains($"Uji siar {i}.", StringComparison.Ordinal) && sent.TryGetValue(i, out var start))
                    arrivals.GetOrAdd(i, _ => []).Add(Stopwatch.GetElapsedTime(start, at).TotalMilliseconds);
        });
        for (var i = 0; i < Posts; i++)
        {
            await PostAsync(site, author, topic.Id, i, sent);
            await Task.Delay(400);
        }

        foreach (var viewer in viewers) await viewer.DisposeAsync();
        var all = arrivals.Values.SelectMany(v => v).Order().ToList();
        var p95 = all.Count == 0 ? double.PositiveInfinity : all[(int)(all.Count * 0.95)];
        return
        [
            new Ratio("commit to screen, p95, 1,000 viewers", p95, "ms", 300, AtMost: true, $"median {(all.Count == 0 ? 0 : all[all.Count / 2]):0} ms"),
            new Ratio("deliveries of those due", (double)all.Count / (Viewers * Posts), "x", 1, AtMost: false, $"{all.Count:N0} of {Viewers * Posts:N0}"),
        ];
    }

    private static async Task<List<HubConnection>> ConnectAsync(BenchSite site, long topic, Action<string> heard)
    {
        var viewers = new List<HubConnection>();
        foreach (var group in Enumerable.Range(0, Viewers).Chunk(50))
        {
            viewers.AddRange(await Task.WhenAll(group.Select(async _ =>
            {
                var connection = new HubConnectionBuilder().WithUrl(new Uri(site.Address, "/live"), o =>
                {
                    o.SkipNegotiation = true;
                    o.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
                }).Build();
                connection.On<string, long, string>("changed", (_, _, html) => heard(html));
                await connection.StartAsync();
                await connection.InvokeAsync("Join", Streams.Topic(topic));
                return connection;
            })));
        }

        return viewers;
    }

    private static async Task PostAsync(BenchSite site, long author, long topicId, int number, ConcurrentDictionary<int, long> sent)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var acts = scope.ServiceProvider.GetRequiredService<ActRecorder>();
        await acts.BeginAsync(default);
        await db.LockTopicAsync(topicId, default);
        var topic = await db.Topics.FirstAsync(t => t.Id == topicId);
        var writer = await db.Accounts.FirstAsync(a => a.Id == author);
        var post = topic.Reply(writer, null, $"Uji siar {number}.", Stance.Support, DateTimeOffset.UnixEpoch.AddYears(56)).Value;
        db.Add(post);
        // The clock starts before the commit, so the commit's own time counts too.
        sent[number] = Stopwatch.GetTimestamp();
        await acts.CommitAsync(new PostAdded(topic, post, writer), default);
    }
}
