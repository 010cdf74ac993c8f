using System.Collections.Concurrent;

namespace Bungo.Forum.Web.Platform.Live;

/// <summary>How many browsers of this node watch each group: what nobody here watches needs no reading and no rendering.</summary>
public sealed class LiveWatchers
{
    private readonly ConcurrentDictionary<string, int> _count = new(StringComparer.Ordinal);

    /// <summary>The streams that somebody watches, in whichever language.</summary>
    public IReadOnlyCollection<string> Streams => [.. _count.Keys.Select(LiveHub.StreamOf).Distinct()];

    public bool Any(string group) => _count.GetValueOrDefault(group) > 0;

    public void Add(string group) => _count.AddOrUpdate(group, 1, (_, n) => n + 1);

    public void Remove(string group)
    {
        if (_count.AddOrUpdate(group, 0, (_, n) => n - 1) <= 0) _count.TryRemove(new KeyValuePair<string, int>(group, 0));
    }
}
