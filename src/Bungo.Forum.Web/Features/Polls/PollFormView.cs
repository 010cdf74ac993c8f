namespace Bungo.Forum.Web.Features.Polls;

/// <summary>The form that schedules or rewords a poll.</summary>
/// <param name="DraftKey">Under which the browser keeps what is typed and not yet sent.</param>
public sealed record PollFormView(PollForm Form, Guid FormKey, IReadOnlyList<SubjectChoice> Subjects, string DraftKey, string Submit);
