using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Discussions;

public class TopicTests
{
    [Fact]
    public void Posts_are_numbered_in_order_of_arrival()
    {
        var topic = AFreeTopic();
        var first = APost(topic);
        var reply = topic.Reply(AResident(), first, "Setuju.", null, Now).Value;
        Assert.Equal((1, 2), (first.Number, reply.Number));
        Assert.Equal(1, reply.Depth);
        Assert.StartsWith(first.Path, reply.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stance_counts_on_top_level_inputs_only()
    {
        var topic = AFreeTopic();
        var first = APost(topic, stance: Stance.Oppose);
        var reply = topic.Reply(AResident(), first, "Saya mendukung.", Stance.Support, Now).Value;
        Assert.Null(reply.Stance);
        Assert.Equal(new StanceCount(0, 1, 0), topic.Stances);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t \uFEFF")]
    public void An_empty_body_is_refused(string? body)
    {
        var topic = AFreeTopic();
        Assert.True(topic.Reply(AResident(), null, body, null, Now).IsRefused(out var refusal));
        Assert.Equal(DiscussionRefusals.BodyMissing, refusal);
        Assert.Equal(0, topic.LastNumber);
    }

    [Fact]
    public void A_body_of_exactly_the_longest_length_is_taken_and_one_more_is_not()
    {
        var topic = AFreeTopic();
        Assert.False(topic.Reply(AResident(), null, new string('a', Post.LongestBody), null, Now).IsRefused(out _));
        Assert.True(topic.Reply(AResident(), null, new string('a', Post.LongestBody + 1), null, Now).IsRefused(out var refusal));
        Assert.Equal("body-too-long", refusal.Code);
    }

    [Fact]
    public void A_reply_to_a_post_of_another_topic_is_refused()
    {
        var foreign = APost(AFreeTopic());
        Assert.True(AFreeTopic().Reply(AResident(), foreign, "Ya.", null, Now).IsRefused(out var refusal));
        Assert.Equal(DiscussionRefusals.ParentElsewhere, refusal);
    }

    [Fact]
    public void A_withdrawn_post_takes_no_replies_and_its_stance_no_longer_counts()
    {
        var topic = AFreeTopic();
        var author = AResident();
        var post = APost(topic, author, Stance.Support);
        Assert.Equal(1, topic.Stances.Support);
        Assert.False(post.Withdraw(author, Now).IsRefused(out _));
        Assert.Equal(0, topic.Stances.Support);
        Assert.True(topic.Reply(AResident(), post, "Kenapa?", null, Now).IsRefused(out var refusal));
        Assert.Equal(DiscussionRefusals.ParentNotReadable, refusal);
        Assert.True(post.Withdraw(author, Now).IsRefused(out _));
    }

    [Fact]
    public void The_first_official_reply_marks_an_input_answered_once()
    {
        var topic = AFreeTopic();
        var input = APost(topic);
        topic.Reply(AnOfficial(), input, "Sudah kami catat.", null, Now);
        topic.Reply(AnOfficial(), input, "Tambahan.", null, Now);
        Assert.True(input.IsAnswered);
        Assert.Equal((1, 1), (topic.InputCount, topic.AnsweredCount));
        Assert.Equal(2, input.ReplyCount);
    }

    [Fact]
    public void Only_the_author_edits_and_the_earlier_words_are_kept()
    {
        var topic = AFreeTopic();
        var author = AResident();
        var post = APost(topic, author, body: "Lama");
        Assert.True(post.Edit(AResident("Lain"), "Baru", Now).IsRefused(out var refusal));
        Assert.Equal(DiscussionRefusals.NotYourPost, refusal);
        var revision = post.Edit(author, "Baru", Now.AddHours(1)).Value;
        Assert.Equal(("Lama", Now, "Baru"), (revision.Body, revision.WrittenAt, post.Body));
        Assert.True(post.Edit(author, "  Baru\r\n", Now).IsRefused(out refusal));
        Assert.Equal(DiscussionRefusals.NothingChanged, refusal);
    }

    [Fact]
    public void Nobody_supports_their_own_post()
    {
        var author = AResident();
        Assert.True(Support.Give(APost(AFreeTopic(), author), author, Now).IsRefused(out var refusal));
        Assert.Equal(DiscussionRefusals.OwnPostSupport, refusal);
    }

    [Fact]
    public void An_evaluator_reads_and_does_not_write()
    {
        var evaluator = Account.Open("Lembaga", Role.Penilai, "Lembaga Independen", Now).Value;
        Assert.True(AFreeTopic().Reply(evaluator, null, "Catatan.", null, Now).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.NotAllowed, refusal);
    }

    /// <summary>Whatever happens to the posts, the counts on the topic are the counts of its posts.</summary>
    [Fact]
    public void Counts_follow_posts_through_any_history() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1_000], Gen.Enum<Stance>()).Array[1, 60].Sample(steps =>
        {
            var topic = AFreeTopic();
            var posts = new List<Post>();
            foreach (var (what, pick, stance) in steps)
            {
                if (what == 0 || posts.Count == 0)
                {
                    posts.Add(APost(topic, AResident(), stance));
                    continue;
                }

                var post = posts[pick % posts.Count];
                if (what == 1) post.Withdraw(post.Author!, Now);
                else if (topic.Reply(what == 2 ? AnOfficial() : AResident(), post, "Balasan", null, Now) is var reply && !reply.IsRefused(out _)) posts.Add(reply.Value.WithId());
            }

            var counted = posts.Where(p => p.Stance is not null && p.IsReadable).GroupBy(p => p.Stance).ToDictionary(g => g.Key!.Value, g => g.Count());
            return topic.Stances == new StanceCount(counted.GetValueOrDefault(Stance.Support), counted.GetValueOrDefault(Stance.Oppose), counted.GetValueOrDefault(Stance.Neutral))
                && topic.InputCount == posts.Count(p => p.ParentId is null)
                && topic.AnsweredCount == posts.Count(p => p.IsAnswered)
                && topic.LastNumber == posts.Count
                && posts.All(p => p.ReplyCount == posts.Count(r => r.ParentId == p.Id));
        });
}
