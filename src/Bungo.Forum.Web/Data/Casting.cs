namespace Bungo.Forum.Web.Data;

/// <summary>
/// That a ballot was cast or changed, and by which form, never whose. The mark, made with the poll's key, lets a
/// form count once (as <see cref="Submission"/> does elsewhere, which names an account and therefore may not
/// here); the act's id lets the poll's closing unseal what its acts committed to.
/// </summary>
public sealed record Casting(Guid ActId, long PollId, byte[] Mark);
