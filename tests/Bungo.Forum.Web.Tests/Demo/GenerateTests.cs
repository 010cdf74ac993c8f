using Bungo.Forum.Web.Demo;
using Bungo.Forum.Web.Platform.Cli;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Demo;

public sealed class GenerateTests(TestPostgres postgres)
{
    private static readonly GeneratedSize Size = new(7, 400, 30, 45);

    [Fact]
    public async Task The_same_seed_gives_the_same_community_and_another_gives_another()
    {
        var (one, again, other) = (await MadeAsync(5), await MadeAsync(5), await MadeAsync(6));
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task It_is_as_big_as_asked_and_looks_like_talk()
    {
        await using var host = new ForumHost(postgres);
        await host.InitializeAsync();
        var made = 0;
        await FillAsync(host, 5, false, n => made += n);
        Assert.Equal(Size.Total, made);
        Assert.Equal((Size.Topics, Size.Posts), await host.WithDbAsync(async db => (await db.Topics.CountAsync(), await db.Posts.CountAsync())));
        Assert.Equal(Size.Votes, await host.WithDbAsync(db => db.Ballots.CountAsync()));
        Assert.Equal(Size.Votes, await host.WithDbAsync(db => db.Polls.SumAsync(p => p.BallotCount)));
        var sizes = await host.WithDbAsync(db => db.Topics.OrderBy(t => t.Id).Select(t => t.LastNumber).ToListAsync());
        Assert.True(sizes.Max() > Size.Posts / 4 && sizes.Min() >= 1, string.Join(' ', sizes));
        var posts = await host.WithDbAsync(db => db.Posts.Select(p => new { p.Depth, p.AuthorId, p.Office, p.Stance }).ToListAsync());
        Assert.True(posts.Max(p => p.Depth) >= 4, "flat");
        Assert.InRange(posts.Count(p => p.Depth == 0), Size.Posts / 5, Size.Posts / 2);
        Assert.Contains(posts, p => p.Office is not null);
        Assert.True(posts.GroupBy(p => p.AuthorId).Max(g => g.Count()) > 3 * Size.Posts / Size.People, "everybody writes alike");
        // As everything that is written: an act for each topic, post and vote.
        Assert.True(await host.WithDbAsync(db => db.RecordedActs.CountAsync()) >= Size.Topics + Size.Posts + Size.Votes);

        var refused = await Assert.ThrowsAsync<OperatorException>(() => FillAsync(host, 6, false, _ => { }));
        Assert.Contains("--add", refused.Message, StringComparison.Ordinal);
        await FillAsync(host, 6, true, _ => { });
        Assert.Equal(2 * Size.Posts, await host.WithDbAsync(db => db.Posts.CountAsync()));
    }

    private async Task<string> MadeAsync(ulong seed)
    {
        await using var host = new ForumHost(postgres);
        await host.InitializeAsync();
        await FillAsync(host, seed, false, _ => { });
        var posts = await host.WithDbAsync(db => db.Posts.OrderBy(p => p.TopicId).ThenBy(p => p.Number)
            .Select(p => new { p.Topic!.Title, p.Number, p.Path, p.Author!.Name, p.Body, p.Stance, p.PostedAt }).ToListAsync());
        var votes = await host.WithDbAsync(db => db.Polls.OrderBy(p => p.Id).Select(p => p.Question + p.BallotCount).ToListAsync());
        return string.Join('\n', posts.Select(p => p.ToString()).Concat(votes));
    }

    private static async Task FillAsync(ForumHost host, ulong seed, bool add, Action<int> made)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await new GeneratedCommunity(scope.ServiceProvider, seed).FillAsync(Size, add, made, default);
    }
}
