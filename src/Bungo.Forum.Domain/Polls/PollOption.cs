namespace Bungo.Forum.Domain.Polls;

/// <summary>One thing to choose.</summary>
/// <param name="Id">Random; ballots and the public record name the option by it, never by place or wording.</param>
public sealed record PollOption(Guid Id, string Label)
{
    public const int LongestLabel = 120;
}
