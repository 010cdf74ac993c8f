using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Keys;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing.Keys;

/// <summary>
/// Two databases over one folder, as after a failover whose old primary still lives. The lock in either database knows
/// nothing of the other, so what keeps the key to one history is in the folder.
/// </summary>
public sealed class OneSignerTests(TestPostgres postgres)
{
    private const string Origin = "buku.contoh.example/1";

    [Fact]
    public void Two_signers_do_not_sign_two_histories_of_one_size()
    {
        var folder = Directory.CreateTempSubdirectory("forum-penanda-");
        try
        {
            var (one, other) = (LogEdge.Empty.Append(["satu"u8.ToArray()]), LogEdge.Empty.Append(["dua"u8.ToArray()]));
            using var first = LedgerSigner.Open(folder.FullName, Origin, mayBegin: true);
            Assert.Throws<LogFaultException>(() =>
            {
                using var second = LedgerSigner.Open(folder.FullName, Origin, mayBegin: true);
                first.Sign(one.Edge.Head, new Made(one.Files), ForumHost.Start);
                second.Sign(other.Edge.Head, new Made(other.Files), ForumHost.Start);
            });
            first.Sign(one.Edge.Head, new Made(one.Files), ForumHost.Start);
            Assert.Equal(one.Edge.Head, new SignerFolder(folder.FullName).Last!.Head);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Where the folder's file system keeps no locks, the record alone has to do.</summary>
    [Fact]
    public void What_somebody_else_signed_meanwhile_is_not_contradicted()
    {
        var folder = Directory.CreateTempSubdirectory("forum-penanda-");
        try
        {
            var (one, other) = (LogEdge.Empty.Append(["satu"u8.ToArray()]), LogEdge.Empty.Append(["dua"u8.ToArray()]));
            using var signer = LedgerSigner.Open(folder.FullName, Origin, mayBegin: true);
            new SignerFolder(folder.FullName).Remember(new(Origin, other.Edge.Head));
            var fault = Assert.Throws<LogFaultException>(() => signer.Sign(one.Edge.Head, new Made(one.Files), ForumHost.Start));
            Assert.Equal(LogTrouble.SignerRefuses, fault.Trouble);
            Assert.Equal(other.Edge.Head, new SignerFolder(folder.FullName).Last!.Head);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task While_another_process_signs_nothing_is_numbered_and_afterwards_all_of_it()
    {
        await using var host = new LedgerHost(postgres);
        await host.InitializeAsync();
        await host.NumberAsync();
        var size = host.Files.Head()!.Value.Checkpoint.Size;
        await host.ActAsync((_, acts) => SequencerTests.Beat(acts, 1));
        using (LedgerSigner.Open(host.Folder, host.Files.Origin, mayBegin: false))
        {
            Assert.True((await Assert.ThrowsAsync<LogFaultException>(() => host.NumberAsync())).MayPass);
            Assert.Equal(size, await host.AskAsync("select size from ledger.head"));
        }

        await host.NumberAsync();
        Assert.Equal(size + 1, (await host.LogAsync()).Count);
    }

    [Fact]
    public async Task A_late_writer_does_not_put_an_older_checkpoint_in_a_newer_one_s_place()
    {
        await using var host = new LedgerHost(postgres);
        await host.InitializeAsync();
        await host.NumberAsync();
        await host.ActAsync((_, acts) => SequencerTests.Beat(acts, 1));
        var published = host.Files.Read(LogFolder.Checkpoint);
        var isArmed = false;
        await using var late = await host.TakeAsync(step =>
        {
            if (isArmed && step == SequencerStep.TilesWritten) new SignerFolder(host.Folder).Remember(new(host.Files.Origin, new(99, TreeHash.OfLeaf("lain"u8))));
        });
        isArmed = true;
        await Assert.ThrowsAsync<LogOvertakenException>(() => late!.RunBatchAsync(default));
        Assert.Equal(published, host.Files.Read(LogFolder.Checkpoint));
    }

    private sealed class Made(IReadOnlyList<TileFile> files) : ITileReader
    {
        public byte[]? Read(TilePath path) => files.FirstOrDefault(f => f.Path == path)?.Bytes.ToArray();
    }
}
