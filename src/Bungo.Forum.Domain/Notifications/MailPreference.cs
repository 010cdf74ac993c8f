namespace Bungo.Forum.Domain.Notifications;

/// <summary>
/// Which notices also go out by mail. Decisions of moderation always do: nobody may miss one because of a
/// setting. An account without a row has the defaults.
/// </summary>
public sealed class MailPreference
{
    private MailPreference() { }

    public MailPreference(long accountId) => AccountId = accountId;

    public long AccountId { get; private set; }
    public bool OfficialAnswers { get; private set; } = true;
    public bool Replies { get; private set; }

    public void Choose(bool officialAnswers, bool replies) => (OfficialAnswers, Replies) = (officialAnswers, replies);
}
