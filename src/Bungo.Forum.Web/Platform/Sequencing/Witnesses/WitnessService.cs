using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Sequencing.Witnesses;

/// <summary>
/// Asks the witnesses as often as the log has news, from the node that numbers acts, so that each witness hears one voice.
/// After a round in which one did not answer it waits longer, for that one's sake and for the log of the process.
/// </summary>
public sealed class WitnessService(WitnessPush push, LogState state, IOptions<LedgerOptions> options, TimeProvider clock, ILogger<WitnessService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Sequence) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            // A log that was closed still wants its last checkpoint cosigned.
            var asks = state.Standing is { Sequences: true } or { Fault.Trouble: LogTrouble.LogClosed };
            var failed = asks && !await RoundAsync(stoppingToken);
            await Task.Delay(failed ? Longer : Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> RoundAsync(CancellationToken cancel)
    {
        try
        {
            await push.RunAsync(clock.GetUtcNow(), cancel);
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception e)
        {
            // Whatever is wrong here must not end the site: the operations page tells of a witness that falls behind.
            log.LogError(e, "Witnesses could not be asked");
            return false;
        }

        foreach (var (witness, end) in push.Ends.Where(e => e.Value == PushEnd.Contradicts)) log.LogCritical("Witness {Witness} has seen another log than this one: {End}", witness, end);
        return push.Ends.Values.All(end => end is PushEnd.Cosigned or PushEnd.NoNews);
    }
}
