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
/// database in a few hundred milliseconds, and no test sees another's rows.
/// </summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private const string Template = "forum_template";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "forum-tests-" + Guid.NewGuid().ToString("N")[..8]);
    private EmbeddedPostgres _server = null!;
    private int _copies;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        _server = await EmbeddedPostgres.StartAsync(_folder, null, CancellationToken.None);
        await RunAsync($"create database {Template}");
        var services = new ServiceCollection().AddData(On(Template));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForumDb>().Database.MigrateAsync();
    }

    /// <returns>The connection string of a fresh, migrated, empty database.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"forum_{Interlocked.Increment(ref _copies)}";
        await RunAsync($"create database {name} template {Template}");
        return On(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string On(string database) => new NpgsqlConnectionStringBuilder(_server.ConnectionString)
    {
        Database = database,
        MaxPoolSize = 20,
    }.ConnectionString;

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(On("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
