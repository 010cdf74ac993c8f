namespace Bungo.Forum.Domain.Polls;

/// <summary>What casting did: a first ballot, a changed one, or nothing because it already said so.</summary>
public sealed record Vote(Ballot Ballot, VoteEffect Effect);

public enum VoteEffect
{
    First,
    Changed,
    Same,
}
