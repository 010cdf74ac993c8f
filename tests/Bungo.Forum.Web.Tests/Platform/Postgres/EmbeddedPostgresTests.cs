using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Postgres;

namespace Bungo.Forum.Web.Tests.Platform.Postgres;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly PostgresFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_fresh_folder_gets_a_server_under_an_ordinary_user_that_keeps_its_rows_over_a_restart()
    {
        await using (var first = await _folder.StartAsync())
        {
            await PostgresFolder.AddRowAsync(first);
            var owner = await Tool.NumberAsync("stat", ["-c", "%u", $"/proc/{_folder.ServerNumber}"], TestContext.Current.CancellationToken);
            Assert.NotEqual(0, Assert.NotNull(owner));
        }
        Assert.False(File.Exists(_folder.PidFile), "The server should have stopped with its owner.");

        await using var second = await _folder.StartAsync();
        Assert.Equal(1, await PostgresFolder.CountRowsAsync(second));
    }

    [Fact]
    public async Task A_second_site_on_the_same_folder_is_refused_in_plain_words_and_harms_nothing()
    {
        await using var first = await _folder.StartAsync();
        await PostgresFolder.AddRowAsync(first);

        var refused = await Assert.ThrowsAsync<OperatorException>(_folder.StartAsync);

        Assert.Contains($"(PID {Environment.ProcessId})", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Data, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await PostgresFolder.CountRowsAsync(first));
    }

    [Fact]
    public async Task Another_command_joins_the_server_of_a_running_site_and_leaves_it_running()
    {
        await using var site = await _folder.StartAsync();
        await PostgresFolder.AddRowAsync(site);

        await using (var command = await EmbeddedPostgres.JoinOrStartAsync(_folder.Data, null, TestContext.Current.CancellationToken))
            Assert.Equal(1, await PostgresFolder.CountRowsAsync(command));

        Assert.Equal(1, await PostgresFolder.CountRowsAsync(site));
    }

    [Fact]
    public async Task Another_command_starts_the_server_for_its_own_time_when_no_site_runs()
    {
        await using (var command = await EmbeddedPostgres.JoinOrStartAsync(_folder.Data, null, TestContext.Current.CancellationToken))
            await PostgresFolder.AddRowAsync(command);

        Assert.False(File.Exists(_folder.PidFile));
        await using var site = await _folder.StartAsync();
        Assert.Equal(1, await PostgresFolder.CountRowsAsync(site));
    }

    [Fact]
    public async Task A_socket_path_too_long_for_the_kernel_is_replaced_by_a_short_one()
    {
        var deep = Path.Combine(_folder.Data, new string('x', 100));
        await using var postgres = await EmbeddedPostgres.StartAsync(deep, null, TestContext.Current.CancellationToken);

        Assert.StartsWith("Host=/tmp/forum-", postgres.ConnectionString, StringComparison.Ordinal);
        await PostgresFolder.AddRowAsync(postgres);
    }

    [Fact]
    public async Task Below_a_folder_that_shuts_the_servers_user_out_the_cluster_stands_elsewhere_and_is_found_again()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root starts a server under another user.");
        const UnixFileMode Nobody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var closed = Path.Combine(_folder.Data, "closed");
        Directory.CreateDirectory(closed, Nobody);
        var data = Path.Combine(closed, "data");
        var cancel = TestContext.Current.CancellationToken;

        await using (var first = await EmbeddedPostgres.StartAsync(data, _folder.Outside, null, cancel))
            await PostgresFolder.AddRowAsync(first);
        await using (var second = await EmbeddedPostgres.StartAsync(data, _folder.Outside, null, cancel))
            Assert.Equal(1, await PostgresFolder.CountRowsAsync(second));

        var elsewhere = Assert.Single(Directory.GetDirectories(_folder.Outside));
        Assert.Equal(Nobody, File.GetUnixFileMode(closed));
        Directory.Delete(elsewhere, recursive: true);
        var lost = await Assert.ThrowsAsync<OperatorException>(() => EmbeddedPostgres.StartAsync(data, _folder.Outside, null, cancel));
        Assert.Contains(elsewhere, lost.Message, StringComparison.Ordinal);
    }
}
