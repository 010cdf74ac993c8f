namespace Bungo.Forum.Domain.Moderation;

/// <summary>What set the moderator to work: a reader's flag, the moderator's own reading, or a letter from a state body.</summary>
public enum DecisionSource
{
    Report,
    Proactive,
    Order,

    /// <summary>An appeal that was granted: never a moderator's choice, see <see cref="AppealCase.Rule"/>.</summary>
    Appeal,
}
