namespace Bungo.Forum.Domain;

/// <summary>
/// A rule's "no": an expected answer, not an error. The code is what a clerk could read in a log
/// (<c>topic-locked</c>); the sentence a person reads is found by the code, in their language.
/// </summary>
/// <param name="Code">Lower-case words joined by hyphens, unique over the whole Domain.</param>
/// <param name="Limit">The number the rule turns on (a length, a count), for the sentence to name.</param>
public sealed record Refusal(string Code, int? Limit = null);
