namespace Bungo.Forum.Domain.Recruitment;

/// <summary>A step of a selection (registration, document check, objection period …), by calendar day, both ends included.</summary>
public sealed record Stage(string Code, string Title, DateOnly From, DateOnly To);
