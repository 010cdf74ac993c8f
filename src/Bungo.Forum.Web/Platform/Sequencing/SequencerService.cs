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
            catch (PostgresException e) when (IsLasting(e))
            {
                Ends(new(LogTrouble.DatabaseInconsistent, $"The database refuses what the sequencer has to write{(e.ConstraintName is { } name ? $" ({name})" : "")}: {e.Message}", e));
                return;
            }
            catch (Exception e) when (e is NpgsqlException or LogOvertakenException or TimeoutException or IOException)
            {
                // A database that is away takes no act either, so nothing is accepted that is not recorded.
                log.LogWarning(e, "The sequencer begins anew");
            }
            catch (Exception e)
            {
                Ends(new(LogTrouble.DatabaseInconsistent, e.Message, e));
                return;
            }

            await Task.Delay(Patience, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Ends(LogFaultException fault)
    {
        state.Stops(fault);
        log.LogCritical(fault, "The sequencer failed, and no act is accepted until the process starts anew");
    }

    /// <summary>
    /// Whether the database would say the same to the same words for ever, while it takes acts from others: then the log
    /// stands still, and must say so. What it says of itself passes: that it is shut down (class 57), a standby for
    /// now (25), or lets nobody in (28, 3D).
    /// </summary>
    internal static bool IsLasting(PostgresException error) => !error.IsTransient && error.SqlState[..2] is not ("08" or "25" or "28" or "3D" or "57");

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
