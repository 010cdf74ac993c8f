using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Benchmarks;

/// <summary>
/// Posting with everything that commits with it (act, openings, live events), against a plain insert of the
/// same row through the same EF, from eight writers in topics of their own.
/// </summary>
public static class Posting
{
    public const int Writers = 8;

    public static async Task<IReadOnlyList<Ratio>> RunAsync(BenchSite site)
    {
        var authors = await AuthorsAsync(site);
        var time = TimeSpan.FromSeconds(3);
        var (ratio, ours, plain) = await Load.PairAsync(
            () => RateAsync(authors, time, (account, topic) => PostAsync(site, account, topic, withAct: true)),
            () => RateAsync(authors, time, (account, topic) => PostAsync(site, account, topic, withAct: false)));
        return
        [
            new Ratio("posting with its act / plain insert of the row", ratio, "x", 0.7, AtMost: false, $"{ours:N0}/s against {plain:N0}/s"),
            new Ratio("acts a second, sustained", ours, "acts/s", 500, AtMost: false, $"{Writers} writers"),
        ];
    }

    /// <summary>Writers with a topic each, so that none waits for another's row.</summary>
    public static async Task<IReadOnlyList<(long Account, long Topic)>> AuthorsAsync(BenchSite site)
    {
        var authors = new List<(long Account, long Topic)>();
        for (var i = 0; i < Writers; i++)
        {
            var topic = await site.ATopicAsync(1);
            authors.Add((await site.WithDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).Select(p => p.AuthorId).FirstAsync()), topic.Id));
        }

        return authors;
    }

    private static async Task<double> RateAsync(IEnumerable<(long Account, long Topic)> authors, TimeSpan time, Func<long, long, Task> post)
    {
        var count = 0L;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(authors.Select(async a =>
        {
            while (clock.Elapsed < time)
            {
                await post(a.Account, a.Topic);
                Interlocked.Increment(ref count);
            }
        }));
        return count / clock.Elapsed.TotalSeconds;
    }

    /// <returns>The act that would record it, and does if <paramref name="withAct"/>.</returns>
    public static async Task<Guid> PostAsync(BenchSite site, long account, long topicId, bool withAct)
    {
        var act = Guid.Empty;
        await site.PostAsync(account, topicId, "Mohon bobot pengalaman dinaikkan.", async (db, acts, added) =>
        {
            act = added.ActId;
            if (withAct)
            {
                await acts.CommitAsync(added, default);
                return;
            }

            await db.SaveChangesAsync();
            await db.Database.CommitTransactionAsync();
        });
        return act;
    }
}
