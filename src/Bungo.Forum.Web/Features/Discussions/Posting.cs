using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Domain.Recruitment;
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

/// <summary>What a member wrote with the words they chose.</summary>
public sealed record OwnWords(string? Body, Stance? Stance, Guid Key);

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

    /// <summary>
    /// An input on some words of a criterion, with the discussion it opens; on words that have one already, an input there.
    /// The criterion's topic is held so that two who choose the same words at once open one discussion, and the
    /// consultation so that the version they chose in is still the one presented when this commits.
    /// </summary>
    /// <param name="about">The criterion's own discussion.</param>
    /// <param name="version">Whose text the words were chosen in.</param>
    public async Task<Outcome<Posted>?> OpenOnWordsAsync(Topic about, CriteriaVersion version, Quote words, OwnWords own, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicAsync(about.Id, cancel);
        if (await OnSameWordsAsync(about, version.Number, words, cancel) is { } topicId) return await ReplyAsync(topicId, null, own.Body, own.Stance, own.Key, cancel);
        await db.LockConsultationAsync(about.ConsultationId!.Value, cancel);
        var criterion = await db.Topics.Include(t => t.Consultation).FirstAsync(t => t.Id == about.Id, cancel);
        var author = await viewer.AccountAsync(cancel);
        if (await EarlierAsync(author.Id, own.Key, cancel) is { } earlier) return earlier;
        if (criterion.Consultation!.CriteriaNumber != version.Number) return PassageRefusals.VersionChanged;

        var now = clock.GetUtcNow();
        var marked = Passage.Mark(author, criterion, version, words, now);
        if (marked.IsRefused(out var refusal)) return refusal;
        var opened = marked.Value.Topic!;
        db.Add(opened);
        var post = opened.Reply(author, null, own.Body, own.Stance, now);
        if (post.IsRefused(out refusal)) return refusal;
        db.AddRange(marked.Value, post.Value);
        var act = new PostAdded(opened, post.Value, author);
        var address = Urls.Post(opened, post.Value.Number);
        Remember(act, own.Key, address, now);
        await acts.CommitAsync([new TopicOpened(opened, null, On: marked.Value), act], cancel);
        return new Posted(address, null, act);
    }

    private Task<long?> OnSameWordsAsync(Topic about, int version, Quote words, CancellationToken cancel) => db.Passages
        .Where(p => p.ConsultationId == about.ConsultationId && p.CriterionCode == about.CriterionCode && p.PlacedIn == version && p.FollowedTo == version
            && p.Placed.Exact == words.Exact && p.Placed.Prefix == words.Prefix && p.Placed.Suffix == words.Suffix)
        .Select(p => (long?)p.TopicId).FirstOrDefaultAsync(cancel);

    private async Task<Posted?> EarlierAsync(long authorId, Guid? key, CancellationToken cancel) =>
        key is { } known && await db.FindSubmissionAsync(authorId, known, cancel) is { } done ? new Posted(done.Address, done, null) : null;

    private void Remember(PostAdded act, Guid? key, string address, DateTimeOffset now)
    {
        if (key is { } given) db.Add(new Submission(act.Author.Id, given, address, now, act.Post.Id, act.ActId));
    }
}
