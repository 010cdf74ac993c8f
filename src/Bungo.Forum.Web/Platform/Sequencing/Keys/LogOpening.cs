using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;

namespace Bungo.Forum.Web.Platform.Sequencing.Keys;

/// <summary>
/// The first entry of a log says whose it is: <c>buku.buka</c> with the key that signs it. Whoever reads the log from its
/// beginning thus meets the key inside the tree that the key signs, and each later one is announced in the same tree.
/// It is put before all acts that wait already, and tells no later time than they do. A log that follows a closed one
/// begins with that one's last checkpoint, so that the end of the one cannot be told otherwise than the other begins.
/// </summary>
internal sealed class LogOpening(LogTables tables, LogFolder folder, LedgerOptions options, TimeProvider clock)
{
    public async Task RunAsync(VerifierKey key, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var at = await tables.EarliestAsync(cancel) is { } earliest && earliest < now ? earliest : now;
        var leaf = new LeafBuilder("buku.buka", ActId.New(), ObjectId.New(), ActRole.Sistem, at).Clear("kunci", key.ToString());
        if (options.Previous.Length > 0) Follow(leaf);
        await tables.PutFirstAsync(leaf.Build(), cancel);
    }

    private void Follow(LeafBuilder leaf)
    {
        var previous = Path.Combine(Path.GetFullPath(options.Previous), "v1");
        // With its witnesses where they cosigned the end; they are what the next log is to be held against.
        var bytes = LastOf(previous) ?? throw new LogFaultException(LogTrouble.FilesNotWritable, $"{previous} holds no log (Ledger:Previous).");
        var last = Checkpoint.ParseSigned(bytes).Checkpoint;
        folder.WritePredecessor(bytes);
        leaf.Clear("ukuran", last.Size).Clear("akar", last.Root.ToBase64Url()).Document("kepala", DocumentDigest.Of(bytes, "text/plain"));
    }

    private static byte[]? LastOf(string previous)
    {
        if (DurableFile.Read(Path.Combine(previous, LogFolder.Checkpoint)) is not { } bytes) return null;
        var witnessed = DurableFile.Read(Path.Combine(previous, LogFolder.WitnessedFile));
        return witnessed is not null && SignedNote.Parse(witnessed).Text == SignedNote.Parse(bytes).Text ? witnessed : bytes;
    }
}
