using System.Collections.Concurrent;

namespace Bungo.Forum.Web.Platform.Live;

/// <summary>
/// Tells the log what could not be rendered, once per event: each of a thousand browsers asks for it by itself, and a
/// thousand equal lines would hide the next fault.
/// </summary>
public sealed class LiveFaults(ILogger<LiveFaults> log)
{
    // The last event told of, per stream.
    private readonly ConcurrentDictionary<string, long> _told = new(StringComparer.Ordinal);

    public void Tell(string stream, long number, Exception fault)
    {
        var isNew = true;
        _told.AddOrUpdate(stream, number, (_, told) =>
        {
            isNew = number > told;
            return Math.Max(number, told);
        });
        if (isNew) log.LogError(fault, "Events of {Stream} up to {Number} cannot be rendered; browsers load the page anew", stream, number);
    }
}
