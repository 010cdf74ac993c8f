namespace Bungo.Forum.Web.Platform.Privacy;

/// <summary>
/// Destroys what is to be destroyed and still is there: because it goes in steps, because a process died between two, or
/// because a backup brought it back. A feature that keeps what people wrote registers one; running it again does nothing.
/// </summary>
public interface IErasure
{
    Task RunAsync(CancellationToken cancel);
}

/// <summary>
/// All erasures, in the order of their registration, before anybody is served: a database restored from an old backup
/// shows nothing that had been erased since, not even while the ledger stands still and takes no act.
/// </summary>
public sealed class ErasuresAtStart(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var erasure in scope.ServiceProvider.GetServices<IErasure>()) await erasure.RunAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
