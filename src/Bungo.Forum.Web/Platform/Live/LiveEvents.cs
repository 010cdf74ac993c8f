using System.Globalization;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform.Live;

/// <param name="Html">Empty when a later event of the same answer shows the same thing.</param>
public sealed record LiveEvent(long Number, string Html);

/// <param name="Number">The last number of the stream that this answer brings the reader to.</param>
/// <param name="Reload">The reader missed more than is worth sending, or something that cannot be rendered alone: fetch the page anew.</param>
public sealed record LiveAnswer(long Number, bool Reload, IReadOnlyList<LiveEvent> Events);

/// <summary>
/// Reads a stream's events after a number and renders what they name as it looks now. An event says only
/// "this looks different", so a reader who applies the present look at the last event that names a thing ends
/// equal to a fresh load, whichever events came in between.
/// </summary>
public sealed class LiveEvents(ForumDb db, IEnumerable<ILiveFragment> fragments, LiveFaults faults)
{
    /// <summary>More than this is dearer to apply one by one than to load the page again.</summary>
    public const int MostEvents = 200;

    /// <param name="until">Only up to this number, or to the newest when null.</param>
    public async Task<LiveAnswer> AfterAsync(string stream, long after, long? until, CultureInfo culture, CancellationToken cancel)
    {
        var events = await ReadAsync(stream, after, until, cancel);
        if (events.Count == 0)
        {
            var last = await db.Set<LiveStream>().Where(s => s.Name == stream).Select(s => (long?)s.LastNumber).FirstOrDefaultAsync(cancel) ?? 0;
            // A number from the future, or events already pruned: only a fresh load is right.
            return new LiveAnswer(last, after != last, []);
        }

        if (events.Count > MostEvents || events[0].Number != after + 1) return new LiveAnswer(events[^1].Number, true, []);
        try
        {
            return new LiveAnswer(events[^1].Number, false, await RenderAsync(events, culture, cancel));
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // The page may well show what its fragment cannot; an error here would be asked for again without end.
            faults.Tell(stream, events[^1].Number, fault);
            return new LiveAnswer(events[^1].Number, true, []);
        }
    }

    public Task<List<StreamEvent>> ReadAsync(string stream, long after, long? until, CancellationToken cancel) =>
        db.StreamEvents.AsNoTracking()
            .Where(e => e.Stream == stream && e.Number > after && (until == null || e.Number <= until))
            .OrderBy(e => e.Number).Take(MostEvents + 1).ToListAsync(cancel);

    public async Task<IReadOnlyList<LiveEvent>> RenderAsync(IReadOnlyList<StreamEvent> events, CultureInfo culture, CancellationToken cancel)
    {
        var lastOf = new Dictionary<string, long>();
        foreach (var e in events) lastOf[e.Target] = e.Number;

        var html = new Dictionary<string, string>();
        foreach (var kind in lastOf.Keys.Select(Parse).GroupBy(t => t.Kind, t => t.Id))
        {
            var fragment = fragments.FirstOrDefault(f => f.Kind == kind.Key)
                ?? throw new InvalidOperationException($"No ILiveFragment renders '{kind.Key}'.");
            foreach (var (id, text) in await fragment.RenderAsync([.. kind], culture, cancel))
                html[PublicActs.Streams.Name(kind.Key, id)] = text;
        }

        return [.. events.Select(e => new LiveEvent(e.Number, lastOf[e.Target] == e.Number ? html.GetValueOrDefault(e.Target, "") : ""))];
    }

    private static (string Kind, long Id) Parse(string target)
    {
        var hyphen = target.LastIndexOf('-');
        return (target[..hyphen], long.Parse(target.AsSpan(hyphen + 1), CultureInfo.InvariantCulture));
    }
}
