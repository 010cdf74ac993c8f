using Bungo.Forum.Web.Platform.Postgres;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Cli;

/// <summary>
/// The database a verb works on: the operator's own server when a connection string names one, else the private one in
/// the data folder. The site owns that folder while it runs; the other verbs join its server, and start it themselves
/// when no site runs.
/// </summary>
public sealed class ForumDatabase : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly EmbeddedPostgres? _private;

    private ForumDatabase(string connectionString, EmbeddedPostgres? ours)
    {
        ConnectionString = connectionString;
        _private = ours;
    }

    public string ConnectionString { get; }

    /// <summary>Completes when the private server is lost for good; never for a server that is not ours.</summary>
    public Task Lost => _private?.GivenUp ?? Task.Delay(Timeout.Infinite);

    /// <summary>For the site: refuses a data folder that another site uses.</summary>
    public static Task<ForumDatabase> OpenAsync(CancellationToken cancel) => OpenAsync(EmbeddedPostgres.StartAsync, cancel);

    /// <summary>For every other verb, also while the site runs.</summary>
    public static Task<ForumDatabase> JoinAsync(CancellationToken cancel) => OpenAsync(EmbeddedPostgres.JoinOrStartAsync, cancel);

    public ValueTask DisposeAsync() => _private?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<ForumDatabase> OpenAsync(
        Func<string, IProgress<string>?, CancellationToken, Task<EmbeddedPostgres>> ours, CancellationToken cancel)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        if (configuration.GetConnectionString("Forum") is { Length: > 0 } connectionString)
        {
            await AnswersAsync(connectionString, cancel);
            return new ForumDatabase(connectionString, null);
        }
        var postgres = await ours(DataFolder.Path, new ToError(), cancel);
        return new ForumDatabase(postgres.ConnectionString, postgres);
    }

    /// <summary>Site and server are often started together, so the server has a moment before it counts as missing.</summary>
    private static async Task AnswersAsync(string connectionString, CancellationToken cancel)
    {
        var begin = Environment.TickCount64;
        while (true)
        {
            try
            {
                await using var login = new NpgsqlConnection(connectionString);
                await login.OpenAsync(cancel);
                return;
            }
            catch (Exception cause) when (cause is ArgumentException or KeyNotFoundException or FormatException)
            {
                throw new OperatorException(
                    $"ConnectionStrings__Forum tidak dapat dibaca: {cause.Message}", "That connection string cannot be read.", cause);
            }
            catch (NpgsqlException cause)
            {
                var final = cause is PostgresException { IsTransient: false }
                    || Environment.TickCount64 - begin > _patience.TotalMilliseconds;
                if (final)
                {
                    throw new OperatorException(
                        $"Server basis data di ConnectionStrings__Forum menolak atau tidak menjawab: {cause.Message}",
                        "The database server of that connection string refuses or does not answer.",
                        cause);
                }
            }
            await Task.Delay(500, cancel);
        }
    }

    /// <summary>Standard output belongs to the verb's own answer.</summary>
    private sealed class ToError : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
