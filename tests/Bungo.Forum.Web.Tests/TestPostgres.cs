using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Postgres;
using Bungo.Forum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace Bungo.Forum.Web.Tests;

/// <summary>
/// One private PostgreSQL for the whole run, with one migrated database to copy from: a test class gets its own
/// database in a few hundred milliseconds, and no test sees another's rows. It starts with the first that asks.
/// </summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private const string Template = "forum_template";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "forum-tests-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly Lazy<Task> _started;
    private EmbeddedPostgres? _server;
    private int _copies;

    public TestPostgres() => _started = new(StartAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <returns>The connection string of a fresh, migrated, empty database.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        await _started.Value;
        var name = $"forum_{Interlocked.Increment(ref _copies)}";
        await RunAsync($"create database {name} template {Template}");
        return On(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A backup as an operator makes it.</summary>
    public Task DumpAsync(string database, string file, string format = "custom") => ToolAsync("pg_dump", database, "--format=" + format, "--file", file);

    /// <summary>Puts a backup in the place of what is there now; whoever was connected is sent away.</summary>
    public async Task RestoreAsync(string database, string file)
    {
        await RunAsync($"drop database {database} with (force)");
        await RunAsync($"create database {database}");
        await ToolAsync("pg_restore", database, "--exit-on-error", file);
    }

    private async Task StartAsync()
    {
        Directory.CreateDirectory(_folder);
        _server = await EmbeddedPostgres.StartAsync(_folder, null, CancellationToken.None);
        await RunAsync($"create database {Template}");
        var services = new ServiceCollection().AddData(On(Template));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForumDb>().Database.MigrateAsync();
    }

    private async Task ToolAsync(string program, string database, params string[] arguments)
    {
        var programs = await PostgresPrograms.ForAsync(Path.Combine(_folder, "postgres", "data"), CancellationToken.None);
        var to = new NpgsqlConnectionStringBuilder(_server!.ConnectionString);
        var (status, output) = await Tool.RunAsync(
            ServerUser.Self, Path.Combine(programs.Folder, program), ["--host", to.Host!, "--username", to.Username!, "--no-password", "--dbname", database, .. arguments], default);
        Assert.True(status == 0, output);
    }

    private string On(string database) => new NpgsqlConnectionStringBuilder(_server!.ConnectionString)
    {
        Database = database,
        MaxPoolSize = 20,
    }.ConnectionString;

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(On("postgres"));
        await connection.OpenAsync();
        // To make or drop a database waits for a checkpoint of the whole server, and all tests share its disk.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 180 };
        await command.ExecuteNonQueryAsync();
    }
}
