using System.Collections.Concurrent;
using System.Diagnostics;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

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

    // The clock starts before the commit, so the commit's own time counts too.
    private static Task PostAsync(BenchSite site, long author, long topicId, int number, ConcurrentDictionary<int, long> sent) =>
        site.PostAsync(author, topicId, $"Uji siar {number}.", (_, acts, added) =>
        {
            sent[number] = Stopwatch.GetTimestamp();
            return acts.CommitAsync(added, default);
        });
}
