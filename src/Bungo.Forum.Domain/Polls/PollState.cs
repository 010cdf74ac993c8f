namespace Bungo.Forum.Domain.Polls;

/// <summary>Where a poll stands. Follows from the clock and, when an official closed it early, from its closure.</summary>
public enum PollState
{
    Scheduled,
    Open,
    Closed,
}
