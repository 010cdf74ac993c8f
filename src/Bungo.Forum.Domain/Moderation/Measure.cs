namespace Bungo.Forum.Domain.Moderation;

/// <summary>What a decision does. Each measure has one that takes it back, which is a decision of its own.</summary>
public enum Measure
{
    /// <summary>The flags were examined and the post broke no rule.</summary>
    None,
    Hide,
    Restore,
    Lock,
    Unlock,
    Suspend,
    LiftSuspension,
}
