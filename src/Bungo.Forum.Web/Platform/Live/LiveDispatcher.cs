using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Live;

/// <summary>
/// Carries committed events to the browsers of this node. Every node listens to PostgreSQL itself, so there
/// is no sender to crash between commit and broadcast and no backplane to lose messages: a node that was deaf
/// for a while reads what it missed from the table by number. Each event is rendered once per language and
/// node, however many watch, and not at all where nobody does: who comes later asks for what came before.
///
/// A flood: what was heard of a stream while another was served is taken together, so that a thousand posts in one
/// topic cost one reading and do not make the watchers of the next one wait.
///
/// Order: one reader takes notifications in the order of commits, which under the stream's row lock is the
/// order of numbers. Failures: a lost connection is opened again and every stream heard of is read from its last
/// number, and of one that is only watched the newest event is sent, by which its browsers see what they miss; a
/// fragment that cannot be rendered sends nothing, and the browser that sees the gap asks for what it missed.
/// </summary>
public sealed class LiveDispatcher(
    NpgsqlDataSource database, IServiceScopeFactory scopes, IHubContext<LiveHub> hub, LiveWatchers watchers, IOutputCacheStore cache, ILogger<LiveDispatcher> log)
    : BackgroundService
{
    // The last number broadcast, per stream heard of since the start.
    private readonly ConcurrentDictionary<string, long> _sent = new();
    private readonly Channel<Heard> _heard = System.Threading.Channels.Channel.CreateUnbounded<Heard>(
        new UnboundedChannelOptions { SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(ListenAsync(stoppingToken), DispatchAsync(stoppingToken));
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stop);
                connection.Notification += (_, e) => Hear(e.Payload);
                await using (var listen = new NpgsqlCommand($"listen {ActRecorder.Channel}", connection))
                    await listen.ExecuteNonQueryAsync(stop);
                await HearAgainAsync(connection, stop);
                while (true) await connection.WaitAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                log.LogWarning(e, "Lost the database's notifications; listening again in a second");
                await Task.Delay(TimeSpan.FromSeconds(1), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Whatever was committed while this node was deaf. At the start nobody watches yet and nothing was heard.</summary>
    private async Task HearAgainAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        foreach (var (stream, sent) in _sent) _heard.Writer.TryWrite(new Heard(stream, sent + 1, long.MaxValue));
        var silent = watchers.Streams.Where(s => !_sent.ContainsKey(s)).ToArray();
        if (silent.Length == 0) return;
        await using var newest = new NpgsqlCommand("select name, last_number from live.stream where name = any ($1) and last_number > 0", connection)
        {
            Parameters = { new() { Value = silent } },
        };
        await using var rows = await newest.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) _heard.Writer.TryWrite(new Heard(rows.GetString(0), rows.GetInt64(1), rows.GetInt64(1)));
    }

    private void Hear(string payload)
    {
        var parts = payload.Split(' ');
        _heard.Writer.TryWrite(new Heard(
            parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture)));
    }

    private async Task DispatchAsync(CancellationToken stop)
    {
        while (await _heard.Reader.WaitToReadAsync(stop))
        {
            foreach (var heard in Together())
            {
                try
                {
                    await BroadcastAsync(heard, stop);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception e)
                {
                    log.LogError(e, "Events of {Stream} up to {Number} were not broadcast; browsers will ask for them", heard.Stream, heard.Last);
                }
            }
        }
    }

    private List<Heard> Together()
    {
        var streams = new OrderedDictionary<string, Heard>(StringComparer.Ordinal);
        while (_heard.Reader.TryRead(out var heard))
            streams[heard.Stream] = streams.TryGetValue(heard.Stream, out var earlier)
                ? new Heard(heard.Stream, Math.Min(earlier.First, heard.First), Math.Max(earlier.Last, heard.Last))
                : heard;
        return [.. streams.Values];
    }

    private async Task BroadcastAsync(Heard heard, CancellationToken stop)
    {
        await cache.EvictByTagAsync(heard.Stream, stop);
        var after = _sent.GetValueOrDefault(heard.Stream, heard.First - 1);
        var languages = LanguageFeature.All.Where(l => watchers.Any(LiveHub.Group(heard.Stream, l.TwoLetterISOLanguageName))).ToList();
        if (languages.Count == 0)
        {
            // Whoever comes from now on reads the page after this, or asks by number.
            if (heard.Last < long.MaxValue && heard.Last > after) _sent[heard.Stream] = heard.Last;
            return;
        }

        while (heard.Last > after)
        {
            await using var scope = scopes.CreateAsyncScope();
            var live = scope.ServiceProvider.GetRequiredService<LiveEvents>();
            var events = await live.ReadAsync(heard.Stream, after, heard.Last, stop);
            if (events.Count == 0) return;
            // Before they are rendered: what cannot be must not be tried again with each event that follows.
            _sent[heard.Stream] = after = events[^1].Number;
            foreach (var culture in languages)
            {
                var group = hub.Clients.Group(LiveHub.Group(heard.Stream, culture.TwoLetterISOLanguageName));
                foreach (var e in await live.RenderAsync(events, culture, stop))
                    await group.SendAsync("changed", heard.Stream, e.Number, e.Html, stop);
            }
        }
    }

    private readonly record struct Heard(string Stream, long First, long Last);
}
