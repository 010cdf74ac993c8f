using System.Diagnostics;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    /// <returns>The act that recorded it; empty without one.</returns>
    public static async Task<Guid> PostAsync(BenchSite site, long account, long topicId, bool withAct)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var acts = scope.ServiceProvider.GetRequiredService<ActRecorder>();
        await acts.BeginAsync(default);
        await db.LockTopicAsync(topicId, default);
        var topic = await db.Topics.FirstAsync(t => t.Id == topicId);
        var author = await db.Accounts.FirstAsync(a => a.Id == account);
        var post = topic.Reply(author, null, "Mohon bobot pengalaman dinaikkan.", Stance.Support, DateTimeOffset.UnixEpoch.AddYears(56)).Value;
        db.Add(post);
        if (withAct)
        {
            var added = new PostAdded(topic, post, author);
            await acts.CommitAsync(added, default);
            return added.ActId;
        }

        await db.SaveChangesAsync();
        await db.Database.CommitTransactionAsync();
        return Guid.Empty;
    }
}
