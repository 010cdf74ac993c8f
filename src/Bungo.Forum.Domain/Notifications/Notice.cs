using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Notifications;

/// <summary>What a notice tells its reader.</summary>
public enum NoticeKind
{
    /// <summary>A decision about your post, topic or account; the decision says which.</summary>
    Decided,

    /// <summary>A post you flagged was decided on.</summary>
    FlagDecided,
    Replied,
    OfficialAnswer,

    /// <summary>The words of your post were destroyed by law.</summary>
    Erased,
}

/// <summary>
/// Something one person should know, kept for them at the site. It points to the decision or post it is about
/// and repeats none of it: what was hidden or withdrawn meanwhile is not told again from here.
/// </summary>
public sealed class Notice
{
    private Notice() { }

    private Notice(long accountId, NoticeKind kind, DateTimeOffset at) => (AccountId, Kind, At) = (accountId, kind, at);

    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public NoticeKind Kind { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }
    public long? DecisionId { get; private set; }
    public Decision? Decision { get; private set; }
    public long? PostId { get; private set; }
    public Post? Post { get; private set; }

    public static Notice Of(Decision decision, long accountId) =>
        new(accountId, accountId == decision.ConcernedId ? NoticeKind.Decided : NoticeKind.FlagDecided, decision.At)
        {
            Decision = decision,
            DecisionId = decision.Id,
        };

    public static Notice OfReply(Post reply, long accountId) =>
        new(accountId, reply.IsOfficial ? NoticeKind.OfficialAnswer : NoticeKind.Replied, reply.PostedAt)
        {
            Post = reply,
            PostId = reply.Id,
        };

    public static Notice OfErasure(Post erased) =>
        new(erased.AuthorId, NoticeKind.Erased, erased.ErasedAt!.Value)
        {
            Post = erased,
            PostId = erased.Id,
        };

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
