using System.Net;
using Bungo.Forum.Web.Platform.Cli;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform.Jobs;

public class LeftLockTests(TestPostgres postgres)
{
    /// <summary>Hangfire's locks are rows, and a process that is killed while it holds one leaves it behind.</summary>
    [Fact]
    public async Task A_lock_that_a_killed_worker_left_does_not_keep_the_site_from_serving()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var first = Build(database))
        {
            await ServeVerb.MigrateAsync(first.Services, default);
            await first.StartAsync(TestContext.Current.CancellationToken);
            await first.StopAsync(TestContext.Current.CancellationToken);
        }

        await using (var source = NpgsqlDataSource.Create(database))
        await using (var leave = source.CreateCommand("insert into hangfire.lock (resource, acquired) values ('hangfire:lock:recurring-job:send-letters', now() at time zone 'utc')"))
            Assert.Equal(1, await leave.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        await using var site = Build(database);
        await site.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        await site.StopAsync(TestContext.Current.CancellationToken);
    }

    private static WebApplication Build(string database) => Site.Build(database, new Dictionary<string, string?>
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Logging:LogLevel:Default"] = "None",
    });
}
