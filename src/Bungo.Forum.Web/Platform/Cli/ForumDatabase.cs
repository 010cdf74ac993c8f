namespace Bungo.Forum.Web.Platform.Cli;

/// <summary>The database a verb works on: the operator's own server when a connection string names one.</summary>
public sealed class ForumDatabase : IAsyncDisposable
{
    private ForumDatabase(string connectionString) => ConnectionString = connectionString;

    public string ConnectionString { get; }

    public static Task<ForumDatabase> OpenAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var connection = configuration.GetConnectionString("Forum") ?? throw new InvalidOperationException("ConnectionStrings__Forum");
        return Task.FromResult(new ForumDatabase(connection));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
