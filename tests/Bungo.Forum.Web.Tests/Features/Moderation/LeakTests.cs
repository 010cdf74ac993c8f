using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

/// <summary>The words of a hidden post, old and new, are looked for wherever they once stood.</summary>
public class LeakTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const string Before = "bunyi-lama-rahasia";
    private const string After = "bunyi-baru-rahasia";
    private const string Writer = "Penulis Terlindung";

    [Fact]
    public async Task Hidden_words_are_nowhere_for_the_public()
    {
        var (topic, post) = await AHiddenPostAsync();
        var number = await host.WithDbAsync(db => db.Set<LiveStream>().Where(s => s.Name == Streams.Topic(topic.Id)).Select(s => s.LastNumber).SingleAsync());
        Assert.True(number > 2);
        string[] addresses =
        [
            Urls.Topic(topic), Urls.Topic(topic) + "?urut=Terbaru", Urls.Topic(topic) + "?urut=Didukung", Urls.Topic(topic) + "?urut=BelumDijawab",
            Urls.Post(topic, 1), Urls.Post(topic, 2), $"{Urls.Topic(topic)}?balas={post.Id}", $"/diskusi/kiriman/{post.Id}/riwayat",
            $"/api/v1/topics/{topic.Id}", $"/api/v1/topics/{topic.Id}/posts", $"/live/{Streams.Topic(topic.Id)}?after=0", $"/live/{Streams.Moderation}?after=0",
            "/diskusi", Urls.ModerationLog, Urls.ModerationLog + ".csv",
            Urls.Decision(await host.WithDbAsync(db => db.Decisions.Where(d => d.PostId == post.Id).Select(d => d.Id).SingleAsync())),
        ];
        foreach (var address in addresses)
        {
            using var answer = await host.AVisitor().Http.GetAsync(new Uri(address, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, address);
            Assert.All([Before, After, Writer], secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{address} tells {secret}"));
        }
    }

    [Fact]
    public async Task Hidden_words_are_nowhere_for_another_member()
    {
        var (topic, post) = await AHiddenPostAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        foreach (var address in new[] { Urls.Topic(topic), $"{Urls.Topic(topic)}?balas={post.Id}", Urls.Flag(post.Id), $"/diskusi/kiriman/{post.Id}/sunting", $"/diskusi/kiriman/{post.Id}/tarik", "/pemberitahuan" })
        {
            var page = await visitor.GetAsync(address);
            Assert.All([Before, After], secret => Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_page_kept_for_anonymous_readers_is_not_served_after_the_hiding()
    {
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, body: After);
        var reader = host.AVisitor();
        Assert.Contains(After, (await reader.GetAsync(Urls.Topic(topic))).Body!.TextContent, StringComparison.Ordinal);
        await host.HideAsync(post);
        // The eviction follows the commit's notification, which travels on a connection of its own.
        for (var i = 0; i < 50 && (await reader.GetAsync(Urls.Topic(topic))).Body!.TextContent.Contains(After, StringComparison.Ordinal); i++) await Task.Delay(20);
        Assert.DoesNotContain(After, reader.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_author_still_reads_it_on_the_notice_and_moderators_on_their_page()
    {
        var author = await host.AnAccountAsync(name: Writer);
        var (_, post) = await AHiddenPostAsync(author);
        var visitor = await host.AVisitorAsync(author);
        await visitor.GetAsync("/pemberitahuan");
        await visitor.FollowAsync("ul.notices a");
        Assert.Contains(After, visitor.Page.QuerySelector("main blockquote")!.TextContent, StringComparison.Ordinal);

        var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));
        Assert.Contains(After, (await moderator.GetAsync(Urls.DecidePost(post.Id))).QuerySelector("blockquote.reported")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Topic Topic, Post Post)> AHiddenPostAsync(Account? author = null)
    {
        author ??= await host.AnAccountAsync(name: Writer);
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, author, Before, stance: Stance.Support);
        await host.APostAsync(topic, body: "Balasan yang tetap terbaca", parent: post);
        await host.ActAsync(async (db, acts) =>
        {
            await acts.BeginAsync(default);
            await db.LockTopicAsync(topic.Id, default);
            var tracked = await db.Posts.Include(p => p.Topic).SingleAsync(p => p.Id == post.Id);
            var writer = await db.Accounts.SingleAsync(a => a.Id == author.Id);
            db.Add(tracked.Edit(writer, After, host.Now).Value);
            await acts.CommitAsync(new PostEdited(tracked.Topic!, tracked, writer), default);
            return 0;
        });
        await host.HideAsync(post);
        return (topic, post);
    }
}
