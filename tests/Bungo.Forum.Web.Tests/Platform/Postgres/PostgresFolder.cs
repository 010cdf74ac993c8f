using System.Diagnostics;
using System.Globalization;
using Bungo.Forum.Web.Platform.Postgres;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform.Postgres;

/// <summary>A data folder of the test's own, with the means to look into it and to do it harm.</summary>
public sealed class PostgresFolder : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "forum-postgres-" + Guid.NewGuid().ToString("N")[..8]);

    public PostgresFolder() => Directory.CreateDirectory(Data);

    public string Data => Path.Combine(_root, "data folder");
    public string Cluster => Path.Combine(Data, "postgres", "data");
    public string Outside => Path.Combine(_root, "outside");
    public string PidFile => Path.Combine(Cluster, "postmaster.pid");
    public string Log => File.ReadAllText(Path.Combine(Data, "postgres.log"));

    public int ServerNumber => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(Data, Outside, null, TestContext.Current.CancellationToken);

    public void KillServer()
    {
        using var server = Process.GetProcessById(ServerNumber);
        server.Kill();
    }

    public static async Task AddRowAsync(EmbeddedPostgres postgres) =>
        await RunAsync(postgres, "create table if not exists line (id int); insert into line values (1)");

    public static async Task<long> CountRowsAsync(EmbeddedPostgres postgres) =>
        (long)(await RunAsync(postgres, "select count(*) from line"))!;

    public static async Task<object?> RunAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var login = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Pooling = false }.ConnectionString);
        await login.OpenAsync();
        await using var command = new NpgsqlCommand(sql, login);
        return await command.ExecuteScalarAsync();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
