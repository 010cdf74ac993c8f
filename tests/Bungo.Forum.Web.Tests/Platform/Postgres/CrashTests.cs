using System.Diagnostics;
using System.Globalization;
using Bungo.Forum.Web.Platform.Postgres;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform.Postgres;

/// <summary>What kill -9 can leave behind, at each place where it can strike.</summary>
public sealed class CrashTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly PostgresFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_killed_under_the_site_comes_back_with_every_row_at_the_same_address()
    {
        await using var postgres = await _folder.StartAsync();
        await using var pool = NpgsqlDataSource.Create(postgres.ConnectionString);
        await PostgresFolder.AddRowAsync(postgres);
        Assert.Equal(1, await CountAsync(pool));
        var before = _folder.ServerNumber;

        _folder.KillServer();

        // A session outlives its server by a moment, so an answer alone would prove nothing.
        await UntilAsync(async () => _folder.ServerNumber != before && await CountAsync(pool) == 1);
    }

    [Fact]
    public async Task A_killed_wrapper_takes_its_server_along_and_both_come_back()
    {
        await using var postgres = await _folder.StartAsync();
        await PostgresFolder.AddRowAsync(postgres);
        var before = _folder.ServerNumber;
        var status = await File.ReadAllLinesAsync($"/proc/{before}/status", TestContext.Current.CancellationToken);
        var wrapper = int.Parse(status.Single(line => line.StartsWith("PPid:", StringComparison.Ordinal))[5..], CultureInfo.InvariantCulture);
        Assert.NotEqual(Environment.ProcessId, wrapper);

        using (var process = Process.GetProcessById(wrapper))
            process.Kill();

        await UntilAsync(async () => _folder.ServerNumber != before && await PostgresFolder.CountRowsAsync(postgres) == 1);
    }

    [Fact]
    public async Task A_site_killed_without_warning_leaves_a_folder_that_opens_at_once()
    {
        using (var site = StartSite())
        {
            string? line;
            while ((line = await site.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)) is not null)
            {
                if (line.StartsWith("Forum siap:", StringComparison.Ordinal))
                    break;
            }
            Assert.NotNull(line);
            var server = _folder.ServerNumber;
            site.Kill();
            await site.WaitForExitAsync(TestContext.Current.CancellationToken);

            await using var next = await _folder.StartAsync();
            Assert.NotEqual(server, _folder.ServerNumber);
            Assert.True((long)(await PostgresFolder.RunAsync(next, "select count(*) from \"__EFMigrationsHistory\""))! > 0);
        }
    }

    [Fact]
    public async Task A_stale_pid_file_whose_number_now_belongs_to_another_process_of_the_same_user_does_not_keep_the_server_out()
    {
        string file;
        await using (await _folder.StartAsync())
            file = await File.ReadAllTextAsync(_folder.PidFile, TestContext.Current.CancellationToken);
        var user = await ServerUser.ForAsync(_folder.Cluster, TestContext.Current.CancellationToken);
        using var stranger = Process.Start(user.Command("sleep", ["60"]))!;
        var rest = file[file.IndexOf('\n', StringComparison.Ordinal)..];
        await File.WriteAllTextAsync(_folder.PidFile, stranger.Id + rest, TestContext.Current.CancellationToken);

        await using (var postgres = await _folder.StartAsync())
            await PostgresFolder.AddRowAsync(postgres);

        Assert.False(stranger.HasExited, "The process with the recycled number is a stranger and must be left alone.");
        stranger.Kill();
    }

    [Fact]
    public async Task An_initdb_that_was_cut_short_leaves_nothing_half()
    {
        using var impatience = new CancellationTokenSource();
        var cutShort = new OnReport(() => impatience.CancelAfter(TimeSpan.FromMilliseconds(150)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => EmbeddedPostgres.StartAsync(_folder.Data, _folder.Outside, cutShort, impatience.Token));
        Assert.False(Directory.Exists(_folder.Cluster));
        Assert.NotEmpty(Unfinished());

        await using var postgres = await _folder.StartAsync();
        await PostgresFolder.AddRowAsync(postgres);
        Assert.Empty(Unfinished());
    }

    [Fact]
    public async Task A_server_that_cannot_come_back_is_given_up_after_three_tries()
    {
        await using var postgres = await _folder.StartAsync();
        File.Delete(Path.Combine(_folder.Cluster, "global", "pg_control"));

        _folder.KillServer();

        await postgres.GivenUp.WaitAsync(_patience, TestContext.Current.CancellationToken);
        Assert.Equal(3, _folder.Log.Split("ended unexpectedly").Length - 1);
    }

    private string[] Unfinished() => Directory.GetDirectories(Path.GetDirectoryName(_folder.Cluster)!, "data.init-*");

    private Process StartSite()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Site).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["FORUM_DATA"] = _folder.Data;
        start.Environment.Remove("ConnectionStrings__Forum");
        return Process.Start(start)!;
    }

    private static async Task<long> CountAsync(NpgsqlDataSource pool)
    {
        await using var command = pool.CreateCommand("select count(*) from line");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var begin = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await condition())
                    return;
            }
            catch (Exception passing) when (passing is NpgsqlException or IOException && begin.Elapsed < _patience)
            {
                // The server is away for a moment: that is the situation of the test.
            }
            Assert.True(begin.Elapsed < _patience, "The server did not come back.");
            await Task.Delay(50);
        }
    }

    private sealed class OnReport(Action act) : IProgress<string>
    {
        public void Report(string value) => act();
    }
}
