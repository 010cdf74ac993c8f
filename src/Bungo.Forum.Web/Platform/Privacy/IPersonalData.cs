namespace Bungo.Forum.Web.Platform.Privacy;

/// <summary>
/// What one feature keeps about a person, for the download every member may make of their own data. A feature
/// that stores something by account registers one of these beside its pages; the download asks them all.
/// </summary>
public interface IPersonalData
{
    /// <summary>The member of the JSON object under which the rows stand: <c>posts</c>, <c>flags</c>.</summary>
    string Name { get; }

    /// <summary>Row by row, so that a member of ten thousand posts costs no more memory than one of ten.</summary>
    IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel);
}
