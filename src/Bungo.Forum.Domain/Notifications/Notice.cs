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

    /// <summary>A reader appealed against a decision about your post, topic or account.</summary>
    AppealFiled,

    /// <summary>An appeal of yours, or one against a decision about you, was ruled on.</summary>
    AppealRuled,

    /// <summary>The words of your post were destroyed by law.</summary>
    Erased,

    /// <summary>The office said what became of your input.</summary>
    Answered,
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
    public long? RulingId { get; private set; }
    public AppealRuling? Ruling { get; private set; }
    public long? PostId { get; private set; }
    public Post? Post { get; private set; }

    public static Notice Of(Decision decision, long accountId) =>
        new(accountId, accountId == decision.ConcernedId ? NoticeKind.Decided : NoticeKind.FlagDecided, decision.At)
        {
            Decision = decision,
            DecisionId = decision.Id,
        };

    /// <summary>For the one concerned, when somebody else appealed.</summary>
    public static Notice Of(Appeal appeal, long accountId) =>
        new(accountId, NoticeKind.AppealFiled, appeal.At) { Decision = appeal.Decision, DecisionId = appeal.DecisionId };

    public static Notice Of(AppealRuling ruling, long accountId) => new(accountId, NoticeKind.AppealRuled, ruling.At)
    {
        Decision = ruling.Decision,
        DecisionId = ruling.DecisionId,
        Ruling = ruling,
        RulingId = ruling.Id,
    };

    public static Notice OfReply(Post reply, long accountId) =>
        new(accountId, reply.IsOfficial ? NoticeKind.OfficialAnswer : NoticeKind.Replied, reply.PostedAt)
        {
            Post = reply,
            PostId = reply.Id,
        };

    public static Notice OfOutcome(Post input) =>
        new(input.AuthorId, NoticeKind.Answered, input.Answer!.At)
        {
            Post = input,
            PostId = input.Id,
        };

    public static Notice OfErasure(Post erased) =>
        new(erased.AuthorId, NoticeKind.Erased, erased.ErasedAt!.Value)
        {
            Post = erased,
            PostId = erased.Id,
        };

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
