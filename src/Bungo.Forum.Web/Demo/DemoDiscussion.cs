using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Demo;

/// <summary>
/// Fills topics with talk in the shapes real talk has: most inputs get no reply, some a chain, a few a crowd; the
/// office answers one in three. Everything goes through the same verbs and acts as a person's post.
/// </summary>
internal sealed class DemoDiscussion(ForumDb db, ActRecorder acts)
{
    // Replies to each input in turn, and how far above the newest post each of them attaches (0: the input itself).
    private static readonly int[][] Shapes =
    [
        [], [0], [], [0, 1, 1], [0, 0], [], [0, 1, 1, 1, 0, 2], [], [0], [0, 1, 0, 1, 1, 1, 1, 1, 1, 1], [], [0, 1],
    ];

    /// <param name="inputs">Top-level inputs to write.</param>
    /// <param name="from">When the first was written; they follow each other up to <paramref name="until"/>.</param>
    public async Task FillAsync(
        long topicId, IReadOnlyList<long> members, long official, int inputs, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicAsync(topicId, cancel);
        var topic = await db.Topics.Include(t => t.Consultation).FirstAsync(t => t.Id == topicId, cancel);
        var people = await db.Accounts.Where(a => members.Contains(a.Id) || a.Id == official).ToDictionaryAsync(a => a.Id, cancel);
        var step = (until - from) / Math.Max(1, inputs * 3);
        var at = from;
        var recorded = new List<Act>();
        for (var i = 0; i < inputs; i++)
        {
            var (stance, text) = DemoTexts.Input(topic.Title, i);
            var author = people[members[(int)((i * 17 + topicId) % members.Count)]];
            var chain = new List<Post> { Add(topic, author, null, text, stance, at += step, recorded) };
            foreach (var up in Shapes[(i + (int)(topicId % 5)) % Shapes.Length])
            {
                var parent = chain[Math.Max(0, up == 0 ? 0 : chain.Count - up)];
                var replier = people[members[(int)((i * 31 + chain.Count * 13 + topicId) % members.Count)]];
                chain.Add(Add(topic, replier, parent, DemoTexts.Reply(i * 5 + chain.Count), null, at += step / 4, recorded));
            }

            if (i % 3 == 1) Add(topic, people[official], chain[0], DemoTexts.Answer(i / 3 + (int)(topicId % 6)), null, at += step / 2, recorded);
            Support(chain[0], members, people, at, recorded);
        }

        await acts.RecordAsync(recorded, cancel);
        await db.Database.CommitTransactionAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private Post Add(Topic topic, Account author, Post? parent, string text, Stance? stance, DateTimeOffset at, List<Act> recorded)
    {
        var post = topic.Reply(author, parent, text, stance, at).Value;
        db.Add(post);
        recorded.Add(new PostAdded(topic, post, author));
        return post;
    }

    private void Support(Post post, IReadOnlyList<long> members, Dictionary<long, Account> people, DateTimeOffset at, List<Act> recorded)
    {
        var supporters = (post.Number * 11 + post.Body.Length) % 29;
        for (var i = 0; i < supporters; i++)
        {
            var account = people[members[(post.Number * 7 + i * 3) % members.Count]];
            if (account.Id == post.AuthorId || db.Supports.Local.Any(s => s.PostId == post.Id && s.AccountId == account.Id)) continue;
            if (post.GiveSupport(account, at) is var given && !given.IsRefused(out _)) db.Add(given.Value);
        }

        if (supporters > 0) recorded.Add(new SupportChanged(post.Topic!, post));
    }
}
