using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Discussions;

/// <summary>One member's "I agree" to one post. The pair is the key: a second press cannot count twice.</summary>
public sealed record Support(long PostId, long AccountId, DateTimeOffset At)
{
    /// <summary>Whether this person may give the post support, or take back what they gave.</summary>
    public static Outcome<Post> May(Post post, Account by, DateTimeOffset now)
    {
        if (by.May(Permission.Participate, now).IsRefused(out var refusal)) return refusal;
        if (!post.IsReadable) return DiscussionRefusals.PostGone;
        if (post.AuthorId == by.Id) return DiscussionRefusals.OwnPostSupport;
        return post;
    }

    public static Outcome<Support> Give(Post post, Account by, DateTimeOffset now)
    {
        if (May(post, by, now).IsRefused(out var refusal)) return refusal;
        post.CountSupport(+1);
        return new Support(post.Id, by.Id, now);
    }

    public static Outcome<Post> TakeBack(Post post, Account by, DateTimeOffset now)
    {
        if (May(post, by, now).IsRefused(out var refusal)) return refusal;
        post.CountSupport(-1);
        return post;
    }
}
