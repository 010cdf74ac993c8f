using Microsoft.Extensions.Options;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// Keeps one sequencer running among all nodes. Whoever has the lock numbers acts; the others ask for it every few
/// seconds. Any error ends the sequencer with all it had in memory, and the next one starts from what is written:
/// nothing is ever tried again with other content. Where somebody must look first, none starts until the process does.
/// </summary>
public sealed class SequencerService(
    NpgsqlDataSource database, LogFolder folder, LogState state, IOptions<LedgerOptions> options, TimeProvider clock, ILogger<SequencerService> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Sequence) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await TakeAsync(stoppingToken) is { } sequencer)
                    await using (sequencer) await NumberAsync(sequencer, stoppingToken);
                else state.Waits();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (LogFaultException fault)
            {
                state.Stops(fault);
                log.LogCritical(fault, "The ledger stands still, and no act is accepted: {Trouble}", fault.Trouble);
                if (!fault.MayPass) return;
            }
            catch (Exception e) when (e is NpgsqlException or LogOvertakenException or TimeoutException or IOException)
            {
                // A database that is away takes no act either, so nothing is accepted that is not recorded.
                log.LogWarning(e, "The sequencer begins anew");
            }
            catch (Exception e)
            {
                var fault = new LogFaultException(LogTrouble.DatabaseInconsistent, e.Message, e);
                state.Stops(fault);
                log.LogCritical(e, "The sequencer failed, and no act is accepted until the process starts anew");
                return;
            }

            await Task.Delay(Patience, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Sequencer?> TakeAsync(CancellationToken stop)
    {
        try
        {
            return await Sequencer.TryTakeAsync(database, options.Value, folder, clock, null, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogFaultException(LogTrouble.FilesNotWritable, $"The ledger's folder cannot be used: {e.Message}", e);
        }
    }

    private async Task NumberAsync(Sequencer sequencer, CancellationToken stop)
    {
        while (true)
        {
            state.Stands(sequencer.Head);
            if (!await sequencer.RunBatchAsync(stop)) await Task.Delay(Pause, stop);
        }
    }
}
