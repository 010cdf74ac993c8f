using Bungo.Forum.Web.Platform.Cli;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// One start of the server, from a folder that may bear the marks of any crash to a login that succeeded. Also the way
/// back after the server died under us: the first start and the tenth do exactly the same.
/// </summary>
internal sealed class ServerLaunch(PostgresHome home, ServerUser user, PostgresPrograms programs, string socketFolder) : IDisposable
{
    private const string StillStarting = "57P03";

    private static readonly TimeSpan _longestSilence = TimeSpan.FromSeconds(60);

    internal string SocketFolder => socketFolder;
    internal PostgresLog Log { get; } = new(home.Log);

    internal async Task<PostmasterProcess> StartAsync(IProgress<string>? progress, CancellationToken cancel)
    {
        await new Cluster(home, user).WaitUntilUnusedAsync(progress, cancel);
        PostgresHome.ClearSockets(socketFolder);
        var process = PostmasterProcess.Start(user, programs, home.Cluster, socketFolder, Log);
        try
        {
            await AnswerAsync(process, progress, cancel);
            return process;
        }
        catch
        {
            await process.StopAsync();
            process.Dispose();
            throw;
        }
    }

    internal async Task EnsureDatabaseAsync(CancellationToken cancel)
    {
        await using var login = await LogInAsync(socketFolder, "postgres", cancel);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", login)
        {
            Parameters = { new NpgsqlParameter { Value = PostgresSettings.Database } },
        };
        if (await exists.ExecuteScalarAsync(cancel) is not null)
            return;
        await using var create = new NpgsqlCommand("create database " + PostgresSettings.Database, login);
        await create.ExecuteNonQueryAsync(cancel);
    }

    internal static async Task<NpgsqlConnection> LogInAsync(string socketFolder, string database, CancellationToken cancel)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(PostgresSettings.ConnectionString(socketFolder, database))
        {
            Pooling = false,
            Timeout = 5,
        };
        var login = new NpgsqlConnection(unpooled.ConnectionString);
        try
        {
            await login.OpenAsync(cancel);
            return login;
        }
        catch
        {
            await login.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => Log.Dispose();

    /// <summary>
    /// After a crash the server answers "starting up" while it recovers, which may take as long as it must; only silence
    /// is limited. Not more often than twenty times a second: each answer is a line in the server's log.
    /// </summary>
    private async Task AnswerAsync(PostmasterProcess process, IProgress<string>? progress, CancellationToken cancel)
    {
        var heard = Environment.TickCount64;
        var told = false;
        while (true)
        {
            try
            {
                await using var login = await LogInAsync(socketFolder, "postgres", cancel);
                return;
            }
            catch (PostgresException answer) when (answer.SqlState == StillStarting)
            {
                heard = Environment.TickCount64;
                if (!told)
                    progress?.Report("Memulihkan basis data / the database is recovering ...");
                told = true;
            }
            catch (NpgsqlException) when (Environment.TickCount64 - heard < _longestSilence.TotalMilliseconds)
            {
                // Not listening yet.
            }
            if (process.Exited.IsCompleted)
            {
                throw new OperatorException(
                    $"Server basis data berhenti saat dimulai. Kata-kata terakhirnya (selengkapnya di {home.Log}):",
                    Log.Latest());
            }
            await Task.Delay(50, cancel);
        }
    }
}
