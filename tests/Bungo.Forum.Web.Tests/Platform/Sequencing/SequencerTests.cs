using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier.Signatures;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.PublicActs;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing;

public sealed class SequencerTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task Acts_enter_in_the_order_of_their_acceptance_and_the_checkpoint_is_signed()
    {
        var topic = await host.ATopicAsync();
        await host.NumberAsync();
        for (var i = 0; i < 300; i++) await host.ActAsync((_, acts) => Beat(acts, i));
        await host.APostAsync(topic);
        var expected = (Guid[])(await host.AskAsync("select array_agg(act_id order by number) from ledger.pending"))!;
        await host.NumberAsync();

        var log = await host.LogAsync();
        Assert.Equal(expected, log.Skip(log.Count - expected.Length).Select(l => l.Id.ToGuid()));
        Assert.Equal(0L, await host.AskAsync("select count(*) from ledger.pending"));
        var (note, checkpoint) = host.Files.Head()!.Value;
        var policy = TrustPolicy.Parse(host.Files.Read(LogFolder.Policy));
        Assert.True(policy.Judge(note, checkpoint, new BouncyVerifier()).IsSigned);
        Assert.True(KeyList.Parse(host.Files.Read(LogFolder.Keys)).Keys.Single().Covers(log.Count));
        Assert.False(Directory.Exists(Path.Combine(host.Folder, "v1", "tile", "0", "000.p")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(host.Folder, "penanda", "kunci.rahasia")));
    }

    [Theory]
    [InlineData(nameof(SequencerStep.Appended))]
    [InlineData(nameof(SequencerStep.Committed))]
    [InlineData(nameof(SequencerStep.SignatureMade))]
    [InlineData(nameof(SequencerStep.Noted))]
    [InlineData(nameof(SequencerStep.TilesWritten))]
    [InlineData(nameof(SequencerStep.Published))]
    public async Task A_batch_cut_off_at_any_step_loses_nothing_and_takes_nothing_twice(string step)
    {
        await host.NumberAsync();
        var before = (await host.LogAsync()).Count;
        for (var i = 0; i < 5; i++) await host.ActAsync((_, acts) => Beat(acts, i));
        var armed = false;
        await using (var sequencer = await host.TakeAsync(s => { if (armed && s == Enum.Parse<SequencerStep>(step)) throw new CutOffException(); }))
        {
            armed = true;
            await Assert.ThrowsAsync<CutOffException>(() => sequencer!.RunBatchAsync(default));
        }

        // More comes before the next start, so that a batch formed anew is another one.
        await host.ActAsync((_, acts) => Beat(acts, 99));
        await host.NumberAsync();
        Assert.Equal(before + 6, (await host.LogAsync()).Count);
    }

    [Fact]
    public async Task Of_two_sequencers_one_works()
    {
        await using var one = await host.TakeAsync();
        Assert.NotNull(one);
        Assert.Null(await host.TakeAsync());
    }

    [Fact]
    public async Task A_sequencer_whose_lock_was_lost_is_stopped_by_the_head()
    {
        await using var old = await host.TakeAsync();
        await host.AskAsync("select pg_advisory_unlock_all()");
        await host.ActAsync((_, acts) => Beat(acts, 1));
        // As a pooler would that gives the session to somebody else: the old one still runs.
        await host.AskAsync("update ledger.head set size = size + 1, note = null");
        await Assert.ThrowsAsync<LogOvertakenException>(() => old!.RunBatchAsync(default));
        await host.AskAsync("set session_replication_role = replica; update ledger.head set size = size - 1; set session_replication_role = default");
        await old!.DisposeAsync();
        await host.NumberAsync();
        await host.LogAsync();
    }

    [Fact]
    public async Task Lost_or_damaged_files_are_made_anew_at_the_start()
    {
        await host.ActAsync((_, acts) => Beat(acts, 1));
        await host.NumberAsync();
        var log = await host.LogAsync();
        Directory.Delete(Path.Combine(host.Folder, "v1"), recursive: true);
        await host.NumberAsync();
        Assert.Equal(log.Select(l => l.Id), (await host.LogAsync()).Select(l => l.Id));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_once_it_can_nothing_is_missing()
    {
        await host.ActAsync((_, acts) => Beat(acts, 1));
        await host.NumberAsync();
        await host.ActAsync((_, acts) => Beat(acts, 2));
        // A file where the batch wants to write: rights would not stop a test that runs as root.
        var (sequencer, size) = (await host.TakeAsync(), host.Files.Head()!.Value.Checkpoint.Size);
        await using (sequencer)
        {
            var checkpoint = Path.Combine(host.Folder, "v1", LogFolder.Checkpoint);
            File.Delete(checkpoint);
            Directory.CreateDirectory(checkpoint);
            var fault = await Assert.ThrowsAsync<LogFaultException>(() => sequencer!.RunBatchAsync(default));
            Assert.Equal(LogTrouble.FilesNotWritable, fault.Trouble);
            Assert.True(fault.MayPass);
            Directory.Delete(checkpoint);
        }

        await host.NumberAsync();
        Assert.Equal(size + 1, (await host.LogAsync()).Count);
    }

    /// <summary>The file aside is the device that is always full: what the writer gets is the system's own error.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_disk_is_told_and_once_there_is_room_nothing_is_missing(bool atCheckpoint)
    {
        await host.ActAsync((_, acts) => Beat(acts, 1));
        await host.NumberAsync();
        await host.ActAsync((_, acts) => Beat(acts, 2));
        var size = host.Files.Head()!.Value.Checkpoint.Size;
        var file = atCheckpoint ? LogFolder.Checkpoint : TilePath.Of(size + 1).Last(p => p.IsBundle).ToString();
        var full = Path.Combine(host.Folder, "v1", file + ".baru");
        await using (var sequencer = await host.TakeAsync())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.CreateSymbolicLink(full, "/dev/full");
            var fault = await Assert.ThrowsAsync<LogFaultException>(() => sequencer!.RunBatchAsync(default));
            Assert.Equal((LogTrouble.FilesNotWritable, true), (fault.Trouble, fault.MayPass));
            Assert.Contains("No space left", fault.Message, StringComparison.Ordinal);
            Assert.Equal(size, host.Files.Head()!.Value.Checkpoint.Size);
        }

        File.Delete(full);
        await host.NumberAsync();
        Assert.Equal(size + 1, (await host.LogAsync()).Count);
    }

    internal static async Task<bool> Beat(ActRecorder acts, int number)
    {
        await acts.CommitAsync(new LogBeat(number, 0), default);
        return true;
    }

    private sealed class CutOffException : Exception;
}
