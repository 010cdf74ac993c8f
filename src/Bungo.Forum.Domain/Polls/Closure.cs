namespace Bungo.Forum.Domain.Polls;

/// <summary>A poll ended by an official before its time: when, by whom, and the reason everybody reads.</summary>
public sealed record Closure(DateTimeOffset At, long ById, string Reason)
{
    public const int LongestReason = 500;
}
