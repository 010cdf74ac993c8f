using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Demo;

/// <summary>
/// Fills a topic with as many posts as wanted, in trees as people grow them: a third are inputs, of the replies most
/// go to what was written last and the rest anywhere above; few people write most of it; the office answers one
/// input in eight.
/// </summary>
internal sealed class GeneratedTalk(ForumDb db, ActRecorder acts, bool withActs)
{
    /// <summary>Posts of one transaction. Replies reach back no further: what they answer is still in memory.</summary>
    private const int Batch = 2_000;

    private const int Recent = 6;

    // Whatever day it is, so that the same seed gives the same times; long enough ago to be over.
    private static readonly DateTimeOffset From = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(170);

    /// <param name="officialId">Who answers for the office.</param>
    public async Task FillAsync(long topicId, IReadOnlyList<long> people, long officialId, int posts, Dice dice, Action<int> made, CancellationToken cancel)
    {
        for (var done = 0; done < posts; done += Batch)
        {
            var count = Math.Min(Batch, posts - done);
            await AddAsync(topicId, people, officialId, done, count, Span / posts, dice, cancel);
            made(count);
        }
    }

    private async Task AddAsync(
        long topicId, IReadOnlyList<long> people, long officialId, int from, int count, TimeSpan step, Dice dice, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicAsync(topicId, cancel);
        var topic = await db.Topics.FirstAsync(t => t.Id == topicId, cancel);
        var writers = Enumerable.Range(0, count).Select(_ => people[dice.Skewed(people.Count)]).ToArray();
        var accounts = await db.Accounts.Where(a => a.Id == officialId || writers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        var (here, recorded) = (new List<Post>(count), new List<Act>(count));
        for (var i = 0; i < count; i++)
        {
            var parent = here.Count == 0 || dice.Throw(3) == 0 ? null : Answered(here, dice);
            var answers = parent is { ParentId: null, IsAnswered: false } && dice.Throw(8) == 0;
            var author = accounts[answers ? officialId : writers[i]];
            var (stance, text) = answers ? (null, DemoTexts.Answer(dice.Throw(1_000)))
                : parent is null ? Input(topic.Title, dice)
                : ((Stance?)null, DemoTexts.Reply(dice.Throw(1_000)));
            var post = topic.Reply(author, parent, text, stance, From + step * (from + i)).Value;
            db.Add(post);
            here.Add(post);
            recorded.Add(new PostAdded(topic, post, author));
        }

        if (withActs) await acts.RecordAsync(recorded, cancel);
        else await db.SaveChangesAsync(cancel);
        await db.Database.CommitTransactionAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static Post Answered(List<Post> here, Dice dice) =>
        dice.Throw(10) < 6 ? here[^(1 + dice.Throw(Math.Min(Recent, here.Count)))] : here[dice.Throw(here.Count)];

    private static (Stance? Stance, string Text) Input(string title, Dice dice)
    {
        var (stance, text) = DemoTexts.Input(title, dice.Throw(1_000));
        for (var more = dice.Throw(3); more > 0; more--) text += "\n\n" + DemoTexts.Input(title, dice.Throw(1_000)).Text;
        return (stance, text);
    }
}
