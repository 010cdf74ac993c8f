using System.Diagnostics;
using System.Net;
using Bungo.Forum.Ledger;

namespace Bungo.Forum.Benchmarks;

/// <summary>
/// A minute of posts at a fixed pace, all numbered and signed by the running sequencer. From one act in
/// <see cref="SampleEvery"/> it is measured how long after its commit its receipt can be downloaded, asking as a page would.
/// </summary>
public static class ReceiptsUnderLoad
{
    private const int Pace = 500;
    private const int SampleEvery = 25;
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(50);

    public static async Task<IReadOnlyList<Ratio>> RunAsync(BenchSite site)
    {
        var authors = await Posting.AuthorsAsync(site);
        using var http = new HttpClient { BaseAddress = new Uri(site.Address, "/buku/v1/tanda-terima/") };
        var (receipts, posted) = (new List<Task<TimeSpan>>(), 0);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(authors.Select(async author =>
        {
            // Each writer takes the next turn of the common pace; one that is late does not wait.
            while (Interlocked.Increment(ref posted) is var turn && TimeSpan.FromSeconds(turn / (double)Pace) is var due && due < Time)
            {
                if (due - clock.Elapsed is { Ticks: > 0 } early) await Task.Delay(early);
                var act = await Posting.PostAsync(site, author.Account, author.Topic, withAct: true);
                if (turn % SampleEvery == 0) lock (receipts) receipts.Add(WaitAsync(http, act));
            }
        }));
        var rate = Pace * Time.TotalSeconds / Math.Max(clock.Elapsed.TotalSeconds, Time.TotalSeconds);
        var waits = (await Task.WhenAll(receipts)).Order().ToList();
        var p95 = waits[waits.Count * 95 / 100];
        return
        [
            new Ratio("acts a second, for a minute, each numbered and signed", rate, "acts/s", Pace - 1, AtMost: false, $"{Posting.Writers} writers"),
            new Ratio("from commit to receipt, p95", p95.TotalSeconds, "s", 2, AtMost: true, $"{waits.Count} sampled, longest {waits[^1].TotalSeconds:0.00} s"),
        ];
    }

    private static async Task<TimeSpan> WaitAsync(HttpClient http, Guid act)
    {
        var (clock, address) = (Stopwatch.StartNew(), new Uri(ActId.From(act).ToString(), UriKind.Relative));
        while (true)
        {
            using var answer = await http.GetAsync(address);
            if (answer.StatusCode == HttpStatusCode.OK) return clock.Elapsed;
            await Task.Delay(AskEvery);
        }
    }
}
