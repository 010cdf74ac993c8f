using System.Net;
using System.Net.Http.Json;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Sequencing;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing;

/// <summary>What the signer's memory outside the database is for. Each test spoils its log, so each has a host of its own.</summary>
public sealed class RestoredBackupTests(TestPostgres postgres) : IAsyncLifetime
{
    private readonly LedgerHost _host = new(postgres);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        for (var i = 0; i < 3; i++) await _host.ActAsync((_, acts) => SequencerTests.Beat(acts, i));
        await _host.NumberAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_old_backup_is_not_signed_and_the_site_says_why()
    {
        await TamperAsync("delete from ledger.entry where idx = 2; update ledger.head set size = 2, note = null");
        var fault = await RefusalAsync();
        Assert.Equal(LogTrouble.SignerRefuses, fault.Trouble);

        _host.State.Stops(fault);
        await Assert.ThrowsAsync<NotAcceptedException>(() => _host.ActAsync((_, acts) => SequencerTests.Beat(acts, 9)));
        using var http = new HttpClient { BaseAddress = _host.Address };
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("SignerRefuses", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_nothing_can_be_recorded_each_write_is_refused_at_once_and_in_words()
    {
        var (author, topic) = (await _host.AnAccountAsync(), await _host.ATopicAsync());
        using var program = await _host.AProgramAsync(author);
        _host.State.Stops(new LogFaultException(LogTrouble.FilesNotWritable, "uji"));
        await Parallel.ForAsync(0, 80, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancel) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/topics/{topic.Id}/posts") { Content = JsonContent.Create(new { body = "Mohon dijelaskan." }) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await program.SendAsync(request, cancel);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("Buku publik sedang tidak dapat mencatat", await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        });

        Assert.Equal(0L, await _host.AskAsync("select count(*) from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()"));
        Assert.Equal(0L, await _host.AskAsync("select count(*) from post"));
    }

    [Fact]
    public async Task A_changed_entry_stops_the_sequencer_and_leaves_the_files()
    {
        var before = _host.Files.Read(LogFolder.Checkpoint);
        await TamperAsync("update ledger.entry set leaf = set_byte(leaf, 20, 65) where idx = 1");
        Assert.NotEqual(LogTrouble.FilesNotWritable, (await RefusalAsync()).Trouble);
        Assert.Equal(before, _host.Files.Read(LogFolder.Checkpoint));
    }

    [Fact]
    public async Task A_log_with_entries_gets_no_new_key()
    {
        Directory.Delete(Path.Combine(_host.Folder, "penanda"), recursive: true);
        Assert.Equal(LogTrouble.KeyMissing, (await RefusalAsync()).Trouble);
    }

    [Fact]
    public async Task A_key_without_its_record_signs_nothing()
    {
        File.Delete(Path.Combine(_host.Folder, "penanda", "terakhir"));
        Assert.Equal(LogTrouble.KeyMissing, (await RefusalAsync()).Trouble);
    }

    [Fact]
    public async Task What_waits_and_is_no_act_does_not_enter()
    {
        await _host.AskAsync("insert into ledger.pending (act_id, kind, object_id, leaf, recorded_at) values (gen_random_uuid(), 'denyut', gen_random_uuid(), '{}', now())");
        Assert.Equal(LogTrouble.DatabaseInconsistent, (await RefusalAsync()).Trouble);
    }

    private Task<LogFaultException> RefusalAsync() => Assert.ThrowsAsync<LogFaultException>(() => _host.NumberAsync());

    private Task<object?> TamperAsync(string sql) => _host.AskAsync($"set session_replication_role = replica; {sql}; set session_replication_role = default");
}
