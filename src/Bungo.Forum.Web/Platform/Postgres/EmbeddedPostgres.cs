using Npgsql;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// The private PostgreSQL that serves when no connection string is set, so that one command shows the site.
///
/// It is started before the host is built and disposed after it, for every hosted service may need the database to its
/// last moment. What it guarantees: it runs under an ordinary user even when we are root; a kill -9 of this program or
/// of the server, at any time, initdb included, leaves a folder that the next start opens without help and with every
/// committed row; it listens on no port; two programs never run two servers on one folder.
///
/// What it deliberately does not do: upgrade a cluster to another major version, replicate, or tune itself for a big
/// machine. Who needs that runs a PostgreSQL of their own and sets ConnectionStrings__Forum.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly PrivateServer? _server;

    private EmbeddedPostgres(string socketFolder, PrivateServer? server)
    {
        _server = server;
        ConnectionString = PostgresSettings.ConnectionString(socketFolder, PostgresSettings.Database);
    }

    public string ConnectionString { get; }

    /// <summary>Completes when the server died and three tries did not bring it back: the program should end.</summary>
    public Task GivenUp => _server?.GivenUp ?? Task.Delay(Timeout.Infinite);

    /// <summary>For the site itself: a second one on the same folder is refused with a plain message.</summary>
    public static Task<EmbeddedPostgres> StartAsync(
        string dataDirectory, IProgress<string>? progress, CancellationToken cancel)
        => StartAsync(dataDirectory, PostgresHome.OutsideRoot, progress, cancel);

    internal static async Task<EmbeddedPostgres> StartAsync(
        string dataDirectory, string outsideRoot, IProgress<string>? progress, CancellationToken cancel)
    {
        var folder = await PostgresHome.PrepareAsync(dataDirectory, cancel);
        // Stopped and started again in one breath, the predecessor may still be closing.
        var begin = Environment.TickCount64;
        var dataLock = DataLock.TryTake(folder);
        while (dataLock is null && Environment.TickCount64 - begin < 3_000)
        {
            await Task.Delay(50, cancel);
            dataLock = DataLock.TryTake(folder);
        }
        if (dataLock is null)
            throw await DataLock.InUseAsync(folder, cancel);
        var server = await PrivateServer.StartAsync(dataLock, folder, outsideRoot, progress, cancel);
        return new EmbeddedPostgres(server.SocketFolder, server);
    }

    /// <summary>
    /// For the other commands (user, token, import, report ...): uses the server of a site that runs on the same folder,
    /// and starts one for its own time otherwise. A site that stops meanwhile takes the server along; the command then
    /// fails as with any database that goes away.
    /// </summary>
    public static async Task<EmbeddedPostgres> JoinOrStartAsync(
        string dataDirectory, IProgress<string>? progress, CancellationToken cancel)
    {
        var folder = await PostgresHome.PrepareAsync(dataDirectory, cancel);
        var begin = Environment.TickCount64;
        while (Environment.TickCount64 - begin < 60_000)
        {
            if (DataLock.TryTake(folder) is { } dataLock)
            {
                var server = await PrivateServer.StartAsync(dataLock, folder, PostgresHome.OutsideRoot, progress, cancel);
                return new EmbeddedPostgres(server.SocketFolder, server);
            }
            if (await RunningAsync(folder, cancel) is { } socketFolder)
                return new EmbeddedPostgres(socketFolder, server: null);
            // The other one is just starting or stopping.
            await Task.Delay(100, cancel);
        }
        throw await DataLock.InUseAsync(folder, cancel);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<string?> RunningAsync(string dataDirectory, CancellationToken cancel)
    {
        try
        {
            var socketFolder = (await File.ReadAllTextAsync(PostgresHome.EndpointIn(dataDirectory), cancel)).Trim();
            await using var login = await ServerLaunch.LogInAsync(socketFolder, PostgresSettings.Database, cancel);
            return socketFolder;
        }
        catch (Exception notReady) when (notReady is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            return null;
        }
    }
}
