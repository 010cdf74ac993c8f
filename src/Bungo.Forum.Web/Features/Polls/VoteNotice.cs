namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// Stands where one would vote while one cannot. Two ids, because a live update must put the notice of a closed
/// poll in the form's place, and must not put anything there when the poll has just opened and somebody already
/// ticks a box: a page shows <c>poll-wait</c> before the opening, <c>poll-vote</c> (form or notice) after it.
/// </summary>
/// <param name="IsUpdate">Rendered for pages that may still show the other state.</param>
public sealed record VoteNotice(PollView View, bool IsUpdate = false);
