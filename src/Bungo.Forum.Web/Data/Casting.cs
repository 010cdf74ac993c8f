namespace Bungo.Forum.Web.Data;

/// <summary>
/// That a ballot was cast or changed, and by which form, never whose: the form's key makes a second sending
/// count once (as <see cref="Submission"/> does elsewhere, which names an account and therefore may not here),
/// and the act's id lets the poll's closing unseal what its acts committed to.
/// </summary>
public sealed record Casting(Guid ActId, long PollId, Guid FormKey);
