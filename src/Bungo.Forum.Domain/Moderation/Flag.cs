namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// One person's word that a post breaks a rule. The pair of post and person is the key, so pressing twice
/// counts once. Who flagged is never shown, not to moderators either: a flag is weighed by its reason.
/// </summary>
public sealed class Flag
{
    public const int LongestNote = 500;

    private Flag() { }

    internal Flag(Docket docket, long accountId, FlagReason reason, string? note, DateTimeOffset at)
    {
        PostId = docket.PostId;
        AccountId = accountId;
        Hearing = docket.Hearing;
        Reason = reason;
        Note = note;
        At = at;
    }

    public long PostId { get; private set; }
    public long AccountId { get; private set; }

    /// <summary>The hearing of the post that this flag belongs to; see <see cref="Docket"/>.</summary>
    public int Hearing { get; private set; }

    public FlagReason Reason { get; private set; }
    public string? Note { get; private set; }
    public DateTimeOffset At { get; private set; }
}
