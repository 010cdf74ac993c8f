namespace Bungo.Forum.Domain.Polls;

/// <summary>What a ballot may say, and with it how ballots are counted.</summary>
public enum PollKind
{
    /// <summary>Exactly one option; the option with most votes leads.</summary>
    OneChoice,

    /// <summary>One option up to a stated number of them, all of equal weight.</summary>
    SeveralChoices,
}
