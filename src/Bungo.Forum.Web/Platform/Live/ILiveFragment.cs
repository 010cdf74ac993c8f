using System.Globalization;

namespace Bungo.Forum.Web.Platform.Live;

/// <summary>
/// A kind of thing on a page that changes while people watch. A feature registers one per kind and renders it
/// with the same partial the page uses, without anything that belongs to one viewer.
/// </summary>
public interface ILiveFragment
{
    /// <summary>The part of a target before its last hyphen: <c>post</c> in <c>post-345</c>.</summary>
    string Kind { get; }

    /// <summary>
    /// The present look of each thing, by id. What no longer exists or may not be seen by everybody is left out.
    /// One query for all ids: a viewer who returns after a night asks for hundreds at once.
    /// </summary>
    Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel);
}
