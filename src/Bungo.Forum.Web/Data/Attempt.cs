namespace Bungo.Forum.Web.Data;

/// <summary>
/// How often something was tried for one mail address in the current window (see <c>Platform/Security/Attempts</c>).
/// The key is a digest, because addresses that belong to nobody here are counted like the others.
/// </summary>
public sealed record Attempt(byte[] Key, int Count, DateTimeOffset Until);
