using System.ComponentModel;
using Bungo.Forum.Web.Platform.Cli;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// The server of this process: started, watched, started again when it dies under us, stopped.
///
/// A restart is tried three times, waiting longer each time; a server that has lived ten seconds has proved itself and
/// the count begins anew. The connection string stays the same throughout, so the site only sees some failed requests.
/// When all tries fail, <see cref="GivenUp"/> tells the program to end, and whoever supervises it to take over.
/// </summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private static readonly TimeSpan _proof = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan[] _pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    private readonly DataLock _lock;
    private readonly PostgresHome _home;
    private readonly ServerLaunch _launch;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _givenUp = new();
    private PostmasterProcess? _process;
    private Task _watch = Task.CompletedTask;

    private PrivateServer(DataLock dataLock, PostgresHome home, ServerLaunch launch)
    {
        _lock = dataLock;
        _home = home;
        _launch = launch;
    }

    internal string SocketFolder => _launch.SocketFolder;
    internal Task GivenUp => _givenUp.Task;

    /// <summary>Takes the lock over, also when it fails.</summary>
    internal static async Task<PrivateServer> StartAsync(
        DataLock dataLock, string dataDirectory, string outsideRoot, IProgress<string>? progress, CancellationToken cancel)
    {
        PrivateServer? server = null;
        try
        {
            var (home, user) = await PostgresHome.OpenAsync(dataDirectory, outsideRoot, progress, cancel);
            var programs = await PostgresPrograms.ForAsync(home.Cluster, cancel);
            await new Cluster(home, user).InitialiseAsync(programs, progress, cancel);
            var socketFolder = await home.SocketFolderAsync(user, cancel);
            server = new PrivateServer(dataLock, home, new ServerLaunch(home, user, programs, socketFolder));
            server._process = await server._launch.StartAsync(progress, cancel);
            await server._launch.EnsureDatabaseAsync(cancel);
            // Last of all: who reads it may connect at once.
            await File.WriteAllTextAsync(home.Endpoint, socketFolder + "\n", cancel);
            server._watch = server.WatchAsync();
            return server;
        }
        catch (Exception failure)
        {
            if (server is null)
                dataLock.Dispose();
            else
                await server.DisposeAsync();
            if (failure is UnauthorizedAccessException refused)
                throw DataLock.NotOurs(dataDirectory, refused);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        if (_process is not null)
        {
            await _process.StopAsync();
            _process.Dispose();
        }
        _home.RemoveSocketFolder();
        _launch.Dispose();
        _stopping.Dispose();
        _lock.Dispose();
    }

    private async Task WatchAsync()
    {
        var failures = 0;
        while (_process is not null)
        {
            var begin = Environment.TickCount64;
            await Task.WhenAny(_process.Exited, Task.Delay(Timeout.Infinite, _stopping.Token));
            if (_stopping.IsCancellationRequested)
                return;
            // Should only the wrapper have died, this makes the server follow it.
            _process.Dispose();
            _process = null;
            if (Environment.TickCount64 - begin >= _proof.TotalMilliseconds)
                failures = 0;
            while (_process is null && failures < _pauses.Length)
                await RestartAsync(_pauses[failures++]);
        }
        if (_stopping.IsCancellationRequested)
            return;
        _launch.Log.Write($"The server could not be started again in {_pauses.Length} tries.");
        _givenUp.TrySetResult();
    }

    private async Task RestartAsync(TimeSpan pause)
    {
        try
        {
            _launch.Log.Write($"The server ended unexpectedly; starting it again in {pause.TotalSeconds} s.");
            await Task.Delay(pause, _stopping.Token);
            _process = await _launch.StartAsync(progress: null, _stopping.Token);
        }
        catch (Exception failure) when (failure is OperatorException or NpgsqlException or IOException
            or UnauthorizedAccessException or Win32Exception)
        {
            // The rest of a long message is what the server said, which stands in this log already.
            _launch.Log.Write(failure.Message.Split(Environment.NewLine)[0]);
        }
        catch (OperationCanceledException)
        {
            // Stopping; the loop that called looks at the same token.
        }
    }
}
