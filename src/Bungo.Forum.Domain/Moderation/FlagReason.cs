namespace Bungo.Forum.Domain.Moderation;

/// <summary>Why somebody flags a post. All but <see cref="Other"/> stand for one article of the rules (<see cref="Rules.For"/>).</summary>
public enum FlagReason
{
    OffTopic,
    Insult,
    Hatred,
    PersonalData,
    Accusation,
    Spam,
    Deception,
    Unlawful,
    Other,
}
