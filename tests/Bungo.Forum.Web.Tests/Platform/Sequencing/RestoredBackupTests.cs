using System.Net;
using System.Net.Http.Json;
using Bungo.Forum.Web.Data;
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
        await _host.DumpAsync(Backup);
        await MoreAsync();
        var published = _host.Files.Read(LogFolder.Checkpoint);
        await _host.RestoreAsync(Backup);
        Assert.Equal(4L, await _host.AskAsync("select size from ledger.head"));
        var fault = await RefusalAsync();
        Assert.Equal(LogTrouble.SignerRefuses, fault.Trouble);
        Assert.Equal(published, _host.Files.Read(LogFolder.Checkpoint));

        _host.State.Stops(fault);
        await Assert.ThrowsAsync<NotAcceptedException>(() => _host.ActAsync((_, acts) => SequencerTests.Beat(acts, 9)));
        using var http = new HttpClient { BaseAddress = _host.Address };
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("SignerRefuses", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>The runbook's third step: a newer backup, which reaches what was signed.</summary>
    [Fact]
    public async Task After_an_old_backup_a_newer_one_lets_the_log_go_on()
    {
        await _host.DumpAsync(Backup);
        await MoreAsync();
        var newer = Backup + ".baru";
        await _host.DumpAsync(newer);
        await _host.RestoreAsync(Backup);
        await RefusalAsync();

        await _host.RestoreAsync(newer);
        await MoreAsync();
        Assert.Equal(6, (await _host.LogAsync()).Count);
    }

    /// <summary>Writing on over the old backup, were it allowed, would tell two stories of the same numbers.</summary>
    [Fact]
    public async Task An_old_backup_that_grew_past_what_was_signed_is_not_signed_either()
    {
        await _host.DumpAsync(Backup);
        await MoreAsync();
        await _host.RestoreAsync(Backup);
        for (var i = 0; i < 3; i++) await _host.ActAsync((_, acts) => SequencerTests.Beat(acts, 70 + i));
        var record = Path.Combine(_host.Folder, "penanda", "terakhir");
        var signed = await File.ReadAllBytesAsync(record);
        // Somebody who has the tables but not the signer's folder numbers them with a signer of their own.
        Directory.Move(_host.Folder, _host.Folder + ".asli");
        await _host.AskAsync("set session_replication_role = replica; delete from ledger.entry; update ledger.head set size = 0, root = sha256(''), note = null; set session_replication_role = default");
        await _host.NumberAsync();
        Directory.Delete(_host.Folder, recursive: true);
        Directory.Move(_host.Folder + ".asli", _host.Folder);
        Assert.Equal(signed, await File.ReadAllBytesAsync(record));
        Assert.Equal(LogTrouble.SignerRefuses, (await RefusalAsync()).Trouble);
    }

    [Fact]
    public async Task A_fault_that_comes_while_a_write_waits_refuses_it_and_leaves_no_lock()
    {
        var (author, topic) = (await _host.AnAccountAsync(), await _host.ATopicAsync());
        using var program = await _host.AProgramAsync(author);
        var refused = await _host.ActAsync(async (db, acts) =>
        {
            await acts.BeginAsync(default);
            await db.LockTopicAsync(topic.Id, default);
            var waiting = Enumerable.Range(0, 8).Select(_ => PostAsync(program, topic.Id)).ToList();
            while ((long)(await _host.AskAsync("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"))! < 8) await Task.Delay(20);
            _host.State.Stops(new LogFaultException(LogTrouble.FilesNotWritable, "uji"));
            return waiting;
        });
        Assert.All(await Task.WhenAll(refused), status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        _host.State.Stands(default);
        Assert.Equal(HttpStatusCode.Created, await PostAsync(program, topic.Id));
        Assert.Equal(1L, await _host.AskAsync("select count(*) from post"));
    }

    [Fact]
    public async Task While_nothing_can_be_recorded_each_write_is_refused_at_once_and_in_words()
    {
        var (author, topic) = (await _host.AnAccountAsync(), await _host.ATopicAsync());
        using var program = await _host.AProgramAsync(author);
        _host.State.Stops(new LogFaultException(LogTrouble.FilesNotWritable, "uji"));
        await Parallel.ForAsync(0, 80, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancel) =>
        {
            using var answer = await program.SendAsync(APost(topic.Id), cancel);
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

    /// <summary>Keys are looked for by the column, and only the leaf is signed.</summary>
    [Theory]
    [InlineData("kind = 'kunci.umum'")]
    [InlineData("act_id = gen_random_uuid()")]
    [InlineData("object_id = gen_random_uuid()")]
    public async Task An_entry_whose_columns_say_otherwise_than_its_leaf_stops_the_sequencer(string change)
    {
        await TamperAsync($"update ledger.entry set {change} where idx = 2");
        var fault = await RefusalAsync();
        Assert.Equal(LogTrouble.DatabaseInconsistent, fault.Trouble);
        Assert.Contains("Entry 2 ", fault.Message, StringComparison.Ordinal);
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

    private string Backup => Path.Combine(_host.Folder, "cadangan");

    private async Task MoreAsync()
    {
        await _host.ActAsync((_, acts) => SequencerTests.Beat(acts, 50));
        await _host.NumberAsync();
    }

    private static HttpRequestMessage APost(long topic) => new(HttpMethod.Post, $"/api/v1/topics/{topic}/posts")
    {
        Content = JsonContent.Create(new { body = "Mohon dijelaskan." }),
        Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } },
    };

    private static async Task<HttpStatusCode> PostAsync(HttpClient program, long topic)
    {
        using var answer = await program.SendAsync(APost(topic), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private Task<LogFaultException> RefusalAsync() => Assert.ThrowsAsync<LogFaultException>(() => _host.NumberAsync());

    private Task<object?> TamperAsync(string sql) => _host.AskAsync($"set session_replication_role = replica; {sql}; set session_replication_role = default");
}
