using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>A post was made, now or by an earlier sending of the same form or request.</summary>
/// <param name="Earlier">What is kept of the earlier sending; null when this one made the post.</param>
/// <param name="Made">The act of this sending; null when an earlier one made the post.</param>
public sealed record Posted(string Address, Submission? Earlier, PostAdded? Made);

/// <summary>
/// The one way in which people's words come into a discussion, from the pages and from the API alike. A refusal
/// leaves the transaction open; a page that goes on to show the form again ends it.
/// </summary>
public sealed class Posting(ForumDb db, ActRecorder acts, Viewer viewer, TimeProvider clock)
{
    /// <param name="key">Sent again with the same key, it posts once.</param>
    /// <returns>Null when there is no such topic for the public.</returns>
    public async Task<Outcome<Posted>?> ReplyAsync(long topicId, long? replyTo, string? body, Stance? stance, Guid? key, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicAsync(topicId, cancel);
        var now = clock.GetUtcNow();
        var topic = await db.Topics.Include(t => t.Consultation).FirstOrDefaultAsync(t => t.Id == topicId, cancel);
        if (topic is null || topic.Consultation?.PhaseAt(now) == Phase.Unpublished) return null;
        var author = await viewer.AccountAsync(cancel);
        if (await EarlierAsync(author.Id, key, cancel) is { } earlier) return earlier;

        var parent = replyTo is null ? null : await db.Posts.FirstOrDefaultAsync(p => p.Id == replyTo && p.TopicId == topicId, cancel);
        if (replyTo is not null && parent is null) return DiscussionRefusals.ParentElsewhere;
        var reply = topic.Reply(author, parent, body, stance, now);
        if (reply.IsRefused(out var refusal)) return refusal;
        db.Add(reply.Value);
        var act = new PostAdded(topic, reply.Value, author);
        var address = Urls.Post(topic, reply.Value.Number);
        Remember(act, key, address, now);
        await acts.CommitAsync(act, cancel);
        return new Posted(address, null, act);
    }

    /// <summary>A topic and its first post, written together: a title alone says too little to answer.</summary>
    public async Task<Outcome<Posted>> OpenAsync(Consultation? consultation, string? title, string? body, Guid? key, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        // The author's row orders two sends of the same form, as a topic's row does for replies.
        await db.LockAccountAsync(viewer.Id, cancel);
        var author = await viewer.AccountAsync(cancel);
        if (await EarlierAsync(author.Id, key, cancel) is { } earlier) return earlier;

        var now = clock.GetUtcNow();
        var opened = Topic.Open(author, consultation, title, now);
        if (opened.IsRefused(out var refusal)) return refusal;
        // Adding it draws the id that its first post names.
        db.Add(opened.Value);
        var post = opened.Value.Reply(author, null, body, null, now);
        if (post.IsRefused(out refusal)) return refusal;
        db.Add(post.Value);
        var act = new PostAdded(opened.Value, post.Value, author);
        var address = Urls.Topic(opened.Value);
        Remember(act, key, address, now);
        await acts.CommitAsync([new TopicOpened(opened.Value, author), act], cancel);
        return new Posted(address, null, act);
    }

    private async Task<Posted?> EarlierAsync(long authorId, Guid? key, CancellationToken cancel) =>
        key is { } known && await db.FindSubmissionAsync(authorId, known, cancel) is { } done ? new Posted(done.Address, done, null) : null;

    private void Remember(PostAdded act, Guid? key, string address, DateTimeOffset now)
    {
        if (key is { } given) db.Add(new Submission(act.Author.Id, given, address, now, act.Post.Id, act.ActId));
    }
}
