using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Sequencing.Keys;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>Where a batch is, for a test that stops it there.</summary>
public enum SequencerStep
{
    Appended,
    Committed,
    SignatureMade,
    Noted,
    TilesWritten,
    Published,
}

/// <summary>
/// Numbers acts. A batch in its order: entries and head in one transaction; signature over that head; the note in the
/// database; tile files; and the checkpoint last, so that whoever sees it finds all below it.
///
/// The signature comes after the commit and not in it (decision 10): a commit that fails, or whose answer is lost,
/// then never leaves a signature over entries that are not there. Entries that are committed and not yet signed are
/// seen by nobody, and the next start signs exactly them.
/// </summary>
internal sealed class Sequencer(LogTables tables, LedgerSigner signer, LogFolder folder, LogEdge edge, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Acts of one batch, ballots apart.</summary>
    public const int Most = 256;

    /// <summary>Ballots wait for minutes, and need not be read with every batch.</summary>
    private static readonly TimeSpan BallotsEvery = TimeSpan.FromSeconds(10);

    private readonly BallotMix _mix = new();
    private LogEdge _edge = edge;
    private DateTimeOffset _ballotsReadAt = DateTimeOffset.MinValue;

    public TreeHead Head => _edge.Head;

    /// <summary>Called at each step of a batch; a test lets it throw or end the process.</summary>
    public Action<SequencerStep> Reached { get; init; } = _ => { };

    /// <returns>Null when another process holds the lock.</returns>
    /// <exception cref="LogFaultException">Database, signer and files do not go together.</exception>
    public static async Task<Sequencer?> TryTakeAsync(
        NpgsqlDataSource database, LedgerOptions options, LogFolder folder, TimeProvider clock, Action<SequencerStep>? reached, CancellationToken cancel)
    {
        if (await LogTables.TryTakeAsync(database, cancel) is not { } tables) return null;
        LedgerSigner? signer = null;
        try
        {
            var (head, note) = await tables.HeadAsync(cancel);
            signer = LedgerSigner.Open(options.FolderPath, folder.Origin, mayBegin: head.Size == 0 && note is null);
            if (signer.Last is { } last && last.Size > head.Size)
                throw new LogFaultException(LogTrouble.SignerRefuses, $"The database ends at {head.Size} entries, and {last.Size} were signed: it was restored from an old backup, or entries were removed.");
            var edge = await new LogReload(tables, folder).RunAsync(head, signer.Last, cancel);
            foreach (var (record, leaf) in await tables.OfKindAsync(LedgerSigner.Announcement, cancel)) signer.Follow(record, leaf);
            if (head.Size == 0) await new LogOpening(tables, folder, options, clock).RunAsync(signer.Key, cancel);
            var sequencer = new Sequencer(tables, signer, folder, edge, clock) { Reached = reached ?? (_ => { }) };
            await sequencer.PublishAsync([], cancel);
            if ((await tables.OfKindAsync(LogClosing.Kind, cancel)).Count > 0) throw LogClosing.Fault;
            return sequencer;
        }
        catch
        {
            signer?.Dispose();
            await tables.DisposeAsync();
            throw;
        }
    }

    /// <returns>Whether as many acts were numbered as a batch takes, so that more may wait.</returns>
    public async Task<bool> RunBatchAsync(CancellationToken cancel)
    {
        var acts = await tables.ActsAsync(Most, cancel);
        var isAll = acts.Count < Most;
        var order = LogClosing.Cut(_mix.Order(acts, await BallotsAsync(acts, isAll, cancel), isAll, clock.GetUtcNow()));
        if (order.Count == 0) return false;

        foreach (var act in order) signer.Require(act.Leaf);
        var batch = _edge.Append(order.Select(a => a.Leaf.Bytes));
        await using (var transaction = await tables.BeginAsync(cancel))
        {
            await tables.AppendAsync(_edge.Head, batch.Edge.Head, order, cancel);
            await RehashAsync(batch, cancel);
            Reached(SequencerStep.Appended);
            await transaction.CommitAsync(cancel);
        }

        Reached(SequencerStep.Committed);
        foreach (var (i, act) in order.Index()) signer.Follow(_edge.Size + i, act.Leaf);
        _edge = batch.Edge;
        await PublishAsync(batch.Files, cancel);
        if (LogClosing.IsEnd(order[^1])) throw LogClosing.Fault;
        return !isAll;
    }

    public async ValueTask DisposeAsync()
    {
        signer.Dispose();
        await tables.DisposeAsync();
    }

    private async Task<List<WaitingAct>> BallotsAsync(List<WaitingAct> acts, bool isAll, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (isAll && now - _ballotsReadAt < BallotsEvery && !acts.Exists(a => a.Poll is not null)) return [];
        _ballotsReadAt = now;
        return await tables.BallotsAsync(cancel);
    }

    private async Task PublishAsync(IReadOnlyList<TileFile> files, CancellationToken cancel)
    {
        var note = signer.Sign(_edge.Head, new Above(files, folder), clock.GetUtcNow()).ToBytes();
        Reached(SequencerStep.SignatureMade);
        await tables.NoteAsync(_edge.Head, note, cancel);
        Reached(SequencerStep.Noted);
        try
        {
            folder.Write(files);
            Reached(SequencerStep.TilesWritten);
            // A key is listed before anybody sees its signature.
            folder.WriteKeys(signer.Keys);
            // Where the folder keeps no lock somebody may have signed more by now, and theirs is then the newer one.
            if (signer.Last != _edge.Head) throw new LogOvertakenException();
            folder.WriteCheckpoint(note);
            folder.DropPartials(files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogFaultException(LogTrouble.FilesNotWritable, $"The ledger's files cannot be written: {e.Message}", e);
        }

        Reached(SequencerStep.Published);
    }

    /// <summary>A bit that flips between hashing and storing makes a log unusable for good, so what was stored is read back and hashed anew.</summary>
    private async Task RehashAsync(LogBatch batch, CancellationToken cancel)
    {
        var stored = await tables.EntriesAsync(_edge.Size, batch.Edge.Size, cancel);
        if (_edge.Append(stored).Edge.Head != batch.Edge.Head) throw new LogFaultException(LogTrouble.DatabaseInconsistent, "What was stored is not what was hashed.");
    }

    /// <summary>The files of a batch as if they were written already: the proof to the new head needs them before they may be.</summary>
    private sealed class Above(IReadOnlyList<TileFile> files, ITileReader below) : ITileReader
    {
        public byte[]? Read(TilePath path) => files.FirstOrDefault(f => f.Path == path)?.Bytes.ToArray() ?? below.Read(path);
    }
}
