namespace Bungo.Forum.Domain.Discussions;

/// <summary>A topic closed to writing by a moderator: since when, and by which decision.</summary>
public sealed record Lock(DateTimeOffset At, long DecisionId);
