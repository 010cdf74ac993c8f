using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.PublicActs;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>
/// Tells the live stream when the published checkpoint is another than last time, at most every few seconds: acts come in
/// batches four times a second, and nobody reads that fast. Only the node that numbers acts does it, so the stream
/// moves once however many nodes serve it. After a crash the next look finds the difference.
/// </summary>
public sealed class HeadWatch(LogFolder files, LogState state, IServiceScopeFactory scopes, TimeProvider clock, ILogger<HeadWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private byte[] _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                if (state.Standing.Sequences) await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whoever watches sees an older head until the next look; a reload shows the newest.
                log.LogWarning(e, "The ledger's head was not announced");
            }
        }
    }

    /// <returns>Whether it had moved.</returns>
    internal async Task<bool> LookAsync(CancellationToken cancel)
    {
        if (files.Read(LogFolder.Checkpoint) is not { } now || now.AsSpan().SequenceEqual(_told)) return false;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ActRecorder>().CommitAsync(new LogMoved(), cancel);
        _told = now;
        return true;
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
