using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Discussions;

/// <summary>
/// What somebody wrote, in its place in the discussion. The Markdown source is what counts; the HTML made
/// from it is a cache that any newer renderer may make again. Nothing is ever taken out of the tree: a hidden
/// or withdrawn post leaves its trace, with its number and its answers.
/// </summary>
public sealed class Post
{
    public const int LongestBody = 10_000;

    private Post() { }

    internal Post(Topic topic, Account author, Post? parent, int number, string body, Stance? stance, DateTimeOffset at)
    {
        ObjectId = Guid.NewGuid();
        Topic = topic;
        TopicId = topic.Id;
        Author = author;
        AuthorId = author.Id;
        Parent = parent;
        ParentId = parent?.Id;
        Number = number;
        Depth = parent is null ? 0 : parent.Depth + 1;
        Path = SortPath.Of(parent?.Path ?? "", number);
        Body = body;
        Stance = stance;
        Office = author.Role.Allows(Permission.SpeakForOffice) ? author.Office : null;
        PostedAt = at;
    }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public long TopicId { get; private set; }
    public Topic? Topic { get; private set; }
    public long AuthorId { get; private set; }
    public Account? Author { get; private set; }
    public long? ParentId { get; private set; }
    public Post? Parent { get; private set; }

    /// <summary>1, 2, 3 … within the topic, in order of arrival.</summary>
    public int Number { get; private set; }

    /// <summary>Replies above this one; 0 for a top-level input.</summary>
    public int Depth { get; private set; }

    /// <summary>See <see cref="SortPath"/>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Markdown source.</summary>
    public string Body { get; private set; } = "";

    public Stance? Stance { get; private set; }

    /// <summary>The office it was written for, as the office was called then; null for a member's own voice.</summary>
    public string? Office { get; private set; }

    public DateTimeOffset PostedAt { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>When the words were destroyed; an erased post is a withdrawn one that nobody can read any more.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>The law that wanted them destroyed; null also when they went with their author's account.</summary>
    public LawfulErasure? Erasure { get; private set; }

    public Hiding? Hiding { get; private set; }
    public int SupportCount { get; private set; }
    public int ReplyCount { get; private set; }

    /// <summary>Whether an office replied to this top-level input.</summary>
    public bool IsAnswered { get; private set; }

    public bool IsOfficial => Office is not null;
    public bool IsHidden => Hiding is not null;
    public bool IsWithdrawn => WithdrawnAt is not null;
    public bool IsReadable => !IsHidden && !IsWithdrawn;

    public static Outcome<string> CheckBody(string? body)
    {
        var text = Text.Normalize(body);
        if (text.Length == 0) return DiscussionRefusals.BodyMissing;
        if (text.Length > LongestBody) return DiscussionRefusals.BodyTooLong;
        return text;
    }

    /// <summary>Replaces the words; the words they replace are kept, in public, as the answer.</summary>
    public Outcome<PostRevision> Edit(Account by, string? body, DateTimeOffset now)
    {
        if (MayChange(by, now).IsRefused(out var refusal)) return refusal;
        if (CheckBody(body).IsRefused(out refusal)) return refusal;
        var text = Text.Normalize(body);
        if (text == Body) return DiscussionRefusals.NothingChanged;
        var revision = new PostRevision(this, Body, EditedAt ?? PostedAt, now);
        Body = text;
        EditedAt = now;
        return revision;
    }

    /// <summary>The author takes the words back. Their stance no longer counts; the answers keep their place.</summary>
    public Outcome<Post> Withdraw(Account by, DateTimeOffset now)
    {
        if (MayChange(by, now).IsRefused(out var refusal)) return refusal;
        StopCounting();
        WithdrawnAt = now;
        return this;
    }

    /// <summary>Forgets the words and the stance for good. Number, place and the answers of others stay.</summary>
    public void Erase(DateTimeOffset now)
    {
        if (IsReadable) StopCounting();
        (Body, Stance, WithdrawnAt, ErasedAt) = ("", null, WithdrawnAt ?? now, now);
    }

    internal void Erase(LawfulErasure erasure, DateTimeOffset now)
    {
        Erase(now);
        Erasure = erasure;
    }

    internal void Hide(Decision decision)
    {
        if (IsReadable) StopCounting();
        Hiding = new Hiding(decision);
    }

    internal void Restore()
    {
        Hiding = null;
        if (IsReadable && Stance is { } stance) Topic!.Count(stance, +1);
    }

    internal void MarkAnswered() => IsAnswered = true;

    internal void CountReply() => ReplyCount++;

    internal void CountSupport(int by) => SupportCount += by;

    private void StopCounting()
    {
        if (Stance is { } stance) Topic!.Count(stance, -1);
    }

    private Outcome<Post> MayChange(Account by, DateTimeOffset now)
    {
        if (by.May(Permission.Participate, now).IsRefused(out var refusal)) return refusal;
        if (AuthorId != by.Id) return DiscussionRefusals.NotYourPost;
        if (!IsReadable) return DiscussionRefusals.PostGone;
        if (Topic!.IsLocked) return DiscussionRefusals.TopicLocked;
        return this;
    }
}
