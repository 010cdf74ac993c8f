using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Demo;

/// <summary>
/// Plans talk in the shapes real talk has: most inputs get no reply, some a chain, a few a crowd; the office answers
/// one in three. Everything goes through the same verbs and acts as a person's post.
/// </summary>
internal sealed class DemoDiscussion(ForumDb db, ActRecorder acts, DemoTimeline timeline, IReadOnlyList<long> members, long official)
{
    // Replies to each input in turn, and how far above the newest post each of them attaches (0: the input itself).
    private static readonly int[][] Shapes =
    [
        [], [0], [], [0, 1, 1], [0, 0], [], [0, 1, 1, 1, 0, 2], [], [0], [0, 1, 0, 1, 1, 1, 1, 1, 1, 1], [], [0, 1],
    ];

    /// <param name="inputs">Top-level inputs to write.</param>
    /// <param name="from">When the first is written; they follow each other up to <paramref name="until"/>.</param>
    public void Plan(Topic topic, int inputs, DateTimeOffset from, DateTimeOffset until)
    {
        var step = (until - from) / Math.Max(1, inputs * 4);
        for (var i = 0; i < inputs; i++)
        {
            var at = from + step * 4 * i;
            var (stance, text) = DemoTexts.Input(topic.Title, i);
            var chain = new List<Said> { Say(topic, Member(i * 17 + topic.Id), null, text, stance, at) };
            foreach (var up in Shapes[(i + (int)(topic.Id % 5)) % Shapes.Length])
            {
                var parent = chain[up == 0 ? 0 : Math.Max(0, chain.Count - up)];
                chain.Add(Say(topic, Member(i * 31 + chain.Count * 13 + topic.Id), parent, DemoTexts.Reply(i * 5 + chain.Count), null, at + step * chain.Count / 4));
            }

            if (i % 3 == 1) Say(topic, official, chain[0], DemoTexts.Answer(i / 3 + (int)(topic.Id % 6)), null, at + step * 3);
            timeline.At(at + step * 3, cancel => SupportAsync(chain[0], cancel));
        }
    }

    private long Member(long place) => members[(int)(place % members.Count)];

    private Said Say(Topic topic, long author, Said? parent, string text, Stance? stance, DateTimeOffset at)
    {
        var said = new Said();
        timeline.At(at, async cancel => said.PostId = await PostAsync(topic.Id, author, parent?.PostId, text, stance, cancel));
        return said;
    }

    private async Task<long> PostAsync(long topicId, long authorId, long? parentId, string text, Stance? stance, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await acts.BeginAsync(cancel);
        var topic = await db.Topics.Include(t => t.Consultation).SingleAsync(t => t.Id == topicId, cancel);
        var author = await db.Accounts.SingleAsync(a => a.Id == authorId, cancel);
        var parent = parentId is null ? null : await db.Posts.SingleAsync(p => p.Id == parentId, cancel);
        var post = topic.Reply(author, parent, text, stance, timeline.GetUtcNow()).Value;
        db.Add(post);
        await acts.CommitAsync(new PostAdded(topic, post, author), cancel);
        return post.Id;
    }

    private async Task SupportAsync(Said said, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await acts.BeginAsync(cancel);
        var post = await db.Posts.Include(p => p.Topic).SingleAsync(p => p.Id == said.PostId, cancel);
        var supporters = Enumerable.Range(0, (post.Number * 11 + post.Body.Length) % 29).Select(i => Member(post.Number * 7 + i * 3)).ToHashSet();
        foreach (var account in await db.Accounts.Where(a => supporters.Contains(a.Id) && a.Id != post.AuthorId).ToListAsync(cancel))
            if (Support.Give(post, account, timeline.GetUtcNow()) is var given && !given.IsRefused(out _)) db.Add(given.Value);
        await acts.CommitAsync(new SupportChanged(post.Topic!, post), cancel);
    }

    /// <summary>A post that will be written when its time comes.</summary>
    private sealed class Said
    {
        public long PostId { get; set; }
    }
}
