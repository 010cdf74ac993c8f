using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Keys;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Platform.Sequencing.Witnesses;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing.Keys;

/// <summary>A log from its opening over a change of keys to its end; after each step the whole package is checked.</summary>
public sealed class KeyChangeTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_log_begins_with_its_key_before_all_that_waits()
    {
        await using var host = new LedgerHost(postgres);
        await host.InitializeAsync();
        await host.ActAsync((_, acts) => SequencerTests.Beat(acts, 1));
        await host.AdvanceAsync(TimeSpan.FromHours(3));
        await host.NumberAsync();
        var log = await host.LogAsync();
        Assert.Equal(["buku.buka", "denyut"], log.Select(l => l.Kind.Name));
        Assert.True(log[0].At <= log[1].At);
        Assert.Contains(Keys(host).Single().Key.ToString(), System.Text.Encoding.UTF8.GetString(log[0].Bytes.Span), StringComparison.Ordinal);
        await host.NumberAsync();
        Assert.Equal(2, (await host.LogAsync()).Count);
    }

    [Fact]
    public async Task A_key_is_announced_signs_beside_the_old_one_and_follows_it_after_ninety_days()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync(serves: false);
        var (host, old) = (site.Host, site.LogKey);
        File.Delete(Path.Combine(host.Folder, LogFolder.WantedFile));
        var next = await AnnounceAsync(host);
        Assert.Equal([old], SignedBy(host));
        await site.ActAsync();
        var began = host.Files.Head()!.Value.Checkpoint.Size - 1;
        Assert.Equal([old, next], SignedBy(host));
        Assert.Equal([(0, null), (began, (long?)null)], Keys(host).Select(k => (k.From, k.To)));
        Assert.Empty((await site.CheckAsync()).Findings.Told);
        await Assert.ThrowsAsync<OperatorException>(() => AnnounceAsync(host));

        await host.AdvanceAsync(LedgerSigner.Overlap - TimeSpan.FromHours(1));
        await site.ActAsync();
        Assert.Equal([old, next], SignedBy(host));
        var last = host.Files.Head()!.Value.Checkpoint.Size;
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await site.ActAsync();
        Assert.Equal([next], SignedBy(host));
        Assert.Equal([(0, last), (began, (long?)null)], Keys(host).Select(k => (k.From, k.To)));
        Assert.False(File.Exists(Path.Combine(host.Folder, "penanda", "kunci.berikut")));
        Assert.Empty((await site.CheckAsync()).Findings.Told);

        // And once more, from the second key to a third.
        var third = await AnnounceAsync(host);
        await site.ActAsync();
        Assert.Equal([next, third], SignedBy(host));
        Assert.Empty((await site.CheckAsync()).Findings.Told);
    }

    [Fact]
    public async Task A_crash_between_the_new_key_and_its_announcement_is_gone_over_again()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync(serves: false);
        using var drawn = new SignerFolder(site.Host.Folder).Prepare(site.Host.Files.Origin);
        Assert.Equal(drawn.Key, await AnnounceAsync(site.Host));
    }

    [Fact]
    public async Task The_next_key_has_the_name_of_the_log_whatever_the_settings_of_the_verb_say()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync(serves: false);
        var options = Options.Create(new LedgerOptions { Folder = site.Host.Folder, Origin = "lain.contoh.example/1" });
        var files = new LogFolder(options, site.Host.Services.GetRequiredService<IOptions<RegionOptions>>());
        var next = await site.Host.ActAsync((db, acts) => new KeyChange(db, acts, files, options).AnnounceAsync(default));
        Assert.Equal(site.LogKey.Name, next.Name);
        await site.ActAsync();
        Assert.DoesNotContain((await site.CheckAsync()).Findings.Told, f => f.Fault != VerifyFault.QuorumMissing);
    }

    [Fact]
    public async Task An_announcement_of_a_key_that_is_not_ours_does_not_enter()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync(serves: false);
        var (foreign, _) = LogKey.Draw(site.Host.Files.Origin);
        using (foreign)
            await site.Host.ActAsync((_, acts) => CommitAsync(acts, new KeyAnnounced(foreign.Key.ToString(), 1, site.Host.Files.Head()!.Value.Checkpoint.Root.ToBase64Url(), [])));
        var before = site.Host.Files.Read(LogFolder.Checkpoint);
        Assert.Equal(LogTrouble.KeyMissing, (await Assert.ThrowsAsync<LogFaultException>(() => site.Host.NumberAsync())).Trouble);
        Assert.Equal(before, site.Host.Files.Read(LogFolder.Checkpoint));
    }

    [Fact]
    public async Task A_closed_log_takes_nothing_more_and_its_last_checkpoint_is_witnessed()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync();
        var head = site.Host.Files.Head()!.Value.Checkpoint;
        await site.Host.ActAsync((_, acts) => CommitAsync(acts, new LogClosed(head.Size, head.Root.ToBase64Url())));
        await site.Host.ActAsync((_, acts) => SequencerTests.Beat(acts, 9));
        for (var i = 0; i < 2; i++)
            Assert.Equal(LogTrouble.LogClosed, (await Assert.ThrowsAsync<LogFaultException>(() => site.Host.NumberAsync())).Trouble);
        Assert.Equal(1L, await site.Host.AskAsync("select count(*) from ledger.pending"));
        Assert.Equal("buku.tutup", (await site.Host.LogAsync())[^1].Kind.Name);
        await site.Push.RunAsync(site.Host.Now, TestContext.Current.CancellationToken);
        Assert.Equal(head.Size + 1, site.Host.Files.Witnessed()!.Value.Checkpoint.Size);
        Assert.Empty((await site.CheckAsync()).Findings.Told);
    }

    [Fact]
    public async Task The_next_log_begins_with_the_end_of_the_closed_one()
    {
        await using var closed = await new ASiteWithAWitness(postgres).OpenAsync();
        var head = closed.Host.Files.Head()!.Value.Checkpoint;
        await closed.Host.ActAsync((_, acts) => CommitAsync(acts, new LogClosed(head.Size, head.Root.ToBase64Url())));
        await Assert.ThrowsAsync<LogFaultException>(() => closed.Host.NumberAsync());
        await closed.Push.RunAsync(closed.Host.Now, TestContext.Current.CancellationToken);

        await using var next = await new ASiteWithAWitness(postgres, closed.Host.Folder).OpenAsync(serves: false);
        File.Delete(Path.Combine(next.Host.Folder, LogFolder.WantedFile));
        await next.ActAsync();
        Assert.Equal("buku.contoh.example/2", next.Host.Files.Origin);
        Assert.Equal(closed.Host.Files.Read(LogFolder.WitnessedFile), next.Host.Files.Read("kepala/sebelum"));
        Assert.Empty((await next.CheckAsync()).Findings.Told);
        await File.WriteAllBytesAsync(Path.Combine(next.Host.Folder, "v1", "kepala", "sebelum"), next.Host.Files.Read(LogFolder.Checkpoint)!, TestContext.Current.CancellationToken);
        Assert.Equal(VerifyFault.PredecessorDiffers, Assert.Single((await next.CheckAsync()).Findings.Told).Fault);
    }

    private static Task<VerifierKey> AnnounceAsync(LedgerHost host) => host.WithAsync<KeyChange, VerifierKey>(change => change.AnnounceAsync(default));

    private static async Task<bool> CommitAsync(ActRecorder acts, PublicAct act)
    {
        await acts.CommitAsync(act, default);
        return true;
    }

    private static IReadOnlyList<KeyRange> Keys(LedgerHost host) => KeyList.Parse(host.Files.Read(LogFolder.Keys)).Keys;

    private static List<VerifierKey> SignedBy(LedgerHost host) =>
        [.. host.Files.Head()!.Value.Note.Verify(Keys(host).Select(k => k.Key), new Verifier.Signatures.BouncyVerifier()).SignedBy.Select(s => s.Key)];
}
