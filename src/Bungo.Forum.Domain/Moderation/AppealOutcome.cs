namespace Bungo.Forum.Domain.Moderation;

public enum AppealOutcome
{
    /// <summary>The decision was wrong; its measure is taken back.</summary>
    Granted,

    /// <summary>The decision stands.</summary>
    Rejected,
}
