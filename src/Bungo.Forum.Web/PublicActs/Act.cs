namespace Bungo.Forum.Web.PublicActs;

/// <summary>
/// Something that happened, told once. A page changes an entity and records the act; live updates,
/// notifications, feeds and the ledger read acts and are never called by a page. The act commits in the same
/// transaction as the change it tells of (see <c>Platform/Acts/ActRecorder</c>).
/// </summary>
public abstract record Act
{
    /// <summary>What readers of which streams will see change.</summary>
    public abstract IEnumerable<Change> Changes { get; }
}

/// <summary>One thing on a page that looks different now.</summary>
/// <param name="Stream">The stream that numbers the event: <c>topic-12</c>, <c>poll-5</c>, <c>announcements</c>.</param>
/// <param name="Target">The fragment to render anew: its kind and id, as in <c>post-345</c>; the kind names an <c>ILiveFragment</c>.</param>
public readonly record struct Change(string Stream, string Target);
