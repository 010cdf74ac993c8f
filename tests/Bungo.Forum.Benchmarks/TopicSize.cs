using System.Diagnostics;
using Bungo.Forum.Web.Features.Discussions;

namespace Bungo.Forum.Benchmarks;

/// <summary>
/// Page 1 of a topic of 100,000 posts against that of 100, read from the database each time, in every order. Orders of
/// inputs alone find some thirty among 100 posts: half a page, against which a whole one would measure how long a page
/// is. For them the small topic has 400.
/// </summary>
public static class TopicSize
{
    private const int Large = 100_000;

    public static async Task<IReadOnlyList<Ratio>> RunAsync(BenchSite site)
    {
        var large = (await site.ATopicAsync(Large)).Id;
        var small = new Dictionary<int, long> { [100] = (await site.ATopicAsync(100)).Id, [400] = (await site.ATopicAsync(400)).Id };
        var ratios = new List<Ratio>();
        foreach (var order in Enum.GetValues<TopicOrder>())
        {
            var posts = order is TopicOrder.Didukung or TopicOrder.BelumDijawab ? 400 : 100;
            foreach (var topic in new[] { large, small[posts] })
                if ((await ReadAsync(site, topic, order)).Posts.Count != TopicReading.PageSize) throw new InvalidOperationException($"Page 1 ({order}) is not full.");
            var (ratio, big, little) = await Load.PairAsync(() => TimeAsync(site, large, order), () => TimeAsync(site, small[posts], order), rounds: 9);
            ratios.Add(new Ratio($"page 1 ({order}) of {Large:N0} posts / of {posts}", ratio, "x", 1.2, AtMost: true, $"{big:0.00} ms against {little:0.00} ms"));
        }

        return ratios;
    }

    private static Task<TopicPosts> ReadAsync(BenchSite site, long topic, TopicOrder order) =>
        site.WithDbAsync(db => new TopicReading(db).ReadAsync(topic, order, null, default));

    private static async Task<double> TimeAsync(BenchSite site, long topic, TopicOrder order)
    {
        const int Times = 40;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
            await ReadAsync(site, topic, order);
        return clock.Elapsed.TotalMilliseconds / Times;
    }
}
