namespace Bungo.Forum.Domain.Discussions;

/// <summary>One member's "I agree" to one post. The pair is the key: a second press cannot count twice.</summary>
public sealed record Support(long PostId, long AccountId, DateTimeOffset At);
