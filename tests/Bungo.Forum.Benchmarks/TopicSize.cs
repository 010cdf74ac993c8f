using System.Diagnostics;
using Bungo.Forum.Web.Features.Discussions;

namespace Bungo.Forum.Benchmarks;

/// <summary>Page 1 of a topic of 100,000 posts against that of 100, read from the database each time, in every order.</summary>
public static class TopicSize
{
    public static async Task<IReadOnlyList<Ratio>> RunAsync(BenchSite site)
    {
        var small = await site.ATopicAsync(100);
        var large = await site.ATopicAsync(100_000);
        var ratios = new List<Ratio>();
        foreach (var order in Enum.GetValues<TopicOrder>())
        {
            var (ratio, big, little) = await Load.PairAsync(() => TimeAsync(site, large.Id, order), () => TimeAsync(site, small.Id, order), rounds: 9);
            ratios.Add(new Ratio($"page 1 ({order}) of 100,000 posts / of 100", ratio, "x", 1.2, AtMost: true, $"{big:0.00} ms against {little:0.00} ms"));
        }

        return ratios;
    }

    private static async Task<double> TimeAsync(BenchSite site, long topic, TopicOrder order)
    {
        const int Times = 40;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
            await site.WithDbAsync(db => new TopicReading(db).ReadAsync(topic, order, null, default));
        return clock.Elapsed.TotalMilliseconds / Times;
    }
}
