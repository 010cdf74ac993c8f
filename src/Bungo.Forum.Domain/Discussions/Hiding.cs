namespace Bungo.Forum.Domain.Discussions;

/// <summary>A post hidden by a moderator: since when, by which decision, for which article of the rules of conduct.</summary>
public sealed record Hiding(DateTimeOffset At, long DecisionId, string Rule);
