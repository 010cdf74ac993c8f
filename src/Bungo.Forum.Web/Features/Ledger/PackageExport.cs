using System.Data;
using System.Runtime.CompilerServices;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>
/// Writes the package that <c>./forum verify</c> reads. Checkpoint and hashes are those that were published; the entries and what
/// opens them are the database's, of one moment. So a change in the tables does not hide behind good files: the
/// verifier holds the one against the other, and names the record.
/// </summary>
public sealed class PackageExport(ForumDb db, LogFolder files)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const byte LineFeed = (byte)'\n';

    /// <returns>How many entries were written.</returns>
    public async Task<long> WriteAsync(string folder, IProgress<(long Done, long All)> progress, CancellationToken cancel)
    {
        await using var moment = await QuietMomentAsync(cancel);
        var head = await db.LogHeads.AsNoTracking().SingleAsync(cancel);
        Directory.CreateDirectory(folder);
        Write(folder, LogFolder.Checkpoint, files.Cosignatures.Onto(SignedNote.Parse(head.Note)).ToBytes());
        if (files.Read(LogFolder.WitnessedFile) is { } witnessed) Write(folder, LogFolder.WitnessedFile, witnessed);
        foreach (var name in (string[])[LogFolder.Keys, LogFolder.Policy])
            Write(folder, name, files.Read(name) ?? throw Missing(name));
        foreach (var statement in files.Statements()) Write(folder, statement, files.Read(statement)!);
        foreach (var tile in TilePath.Of(head.Size).Where(p => !p.IsBundle))
            Write(folder, tile.ToString(), files.Hashes(tile).ToArray());
        foreach (var bundle in TilePath.Of(head.Size).Where(p => p.IsBundle))
        {
            await WriteBundleAsync(folder, bundle, cancel);
            progress.Report(((bundle.Index * TilePath.FullWidth) + bundle.Width, head.Size));
        }

        await WriteOpeningsAsync(folder, cancel);
        await WriteReportsAsync(folder, cancel);
        if (await db.LogEntries.AnyAsync(e => e.Index >= head.Size || e.Index < 0, cancel))
            throw new OperatorException("Tabel ledger.entry memuat baris di luar ukuran buku: ada yang disisipkan.", "The table ledger.entry has rows beyond the log's size: something was inserted.");
        return head.Size;
    }

    /// <summary>
    /// A moment in which nothing but ballots waits: an erasure or a poll's result that is done and not yet numbered would make
    /// openings look lost. All that is written is read in it.
    /// </summary>
    private async Task<IAsyncDisposable> QuietMomentAsync(CancellationToken cancel)
    {
        for (var begin = Environment.TickCount64; ; await Task.Delay(100, cancel))
        {
            var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            // What waits behind the closing of a log waits for the next one.
            var isDone = await db.LogEntries.AnyAsync(e => e.Kind == LogClosing.Kind, cancel) || !await db.PendingActs.AnyAsync(a => a.Kind != WaitingAct.Ballot, cancel);
            var isQuiet = isDone && await db.LogHeads.AnyAsync(h => h.Note != null, cancel);
            if (isQuiet) return moment;
            await moment.DisposeAsync();
            if (Environment.TickCount64 - begin > Patience.TotalMilliseconds)
                throw new OperatorException("Masih ada tindakan yang belum bernomor; jalankan situs, lalu ulangi.", "Acts still wait for their numbers; let the site run and repeat.");
        }
    }

    // What the table lacks is an empty entry here, so that the verifier names exactly that one and not all behind it.
    private async Task WriteBundleAsync(string folder, TilePath bundle, CancellationToken cancel)
    {
        var first = bundle.Index * TilePath.FullWidth;
        var rows = await db.LogEntries.AsNoTracking().Where(e => e.Index >= first && e.Index < first + bundle.Width)
            .ToDictionaryAsync(e => e.Index, e => e.Leaf, cancel);
        var entries = Enumerable.Range(0, bundle.Width).Select(i => new ReadOnlyMemory<byte>(rows.GetValueOrDefault(first + i, [])));
        var made = LogEdge.Empty.Append(entries).Files.Single(f => f.Path.IsBundle && f.Path.Width == bundle.Width);
        Write(folder, bundle.ToString(), made.Bytes.ToArray());
    }

    private async Task WriteOpeningsAsync(string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(folder, "suara"));
        await using var open = File.Create(Path.Combine(folder, "openings.jsonl"));
        await using var states = File.Create(Path.Combine(folder, "keadaan.jsonl"));
        var counted = await db.LogEntries.Where(e => e.Kind == "jajak.hasil").Select(e => e.ObjectId).ToListAsync(cancel);
        var ballots = counted.Select(ObjectId.From).Distinct()
            .ToDictionary(poll => poll.ToString(), poll => File.Create(Path.Combine(folder, "suara", poll + ".jsonl")));
        try
        {
            await foreach (var (opening, leaf) in OpeningsAsync(cancel))
            {
                var isOpen = opening is { State: OpeningState.Open, Salt: not null, Content: not null };
                var file = !isOpen ? states : leaf is not null && PollOf(leaf) is { } poll && ballots.TryGetValue(poll, out var ofPoll) ? ofPoll : open;
                await file.WriteAsync(Openings.Tell(opening), cancel);
                file.WriteByte(LineFeed);
            }
        }
        finally
        {
            foreach (var file in ballots.Values) await file.DisposeAsync();
        }
    }

    // Data and table of every version, as stored: the verifier holds them against the digests in the log, and counts again.
    private async Task WriteReportsAsync(string folder, CancellationToken cancel)
    {
        await foreach (var report in db.Reports.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            Write(folder, $"laporan/{report.Period}-v{report.Version}.json", report.Data);
            Write(folder, $"laporan/{report.Period}-v{report.Version}.csv", report.File);
        }
    }

    /// <summary>Openings of numbered acts, and of ballots the leaf.</summary>
    private async IAsyncEnumerable<(ActOpening Opening, byte[]? Ballot)> OpeningsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand(
            """
            select o.act_id, o.label, o.type, o.salt, o.content, o.state, o.object_id, case when e.kind = $1 then e.leaf end
            from ledger.opening o join ledger.entry e on e.act_id = o.act_id order by o.act_id, o.label
            """, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        ask.Parameters.Add(new NpgsqlParameter { Value = WaitingAct.Ballot });
        await using var row = await ask.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            yield return (new(row.GetGuid(0), row.GetString(1), row.GetString(2), Bytes(3), Bytes(4), Enum.Parse<OpeningState>(row.GetString(5)), row.GetGuid(6)), Bytes(7));

            byte[]? Bytes(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
        }
    }

    /// <summary>The poll of a ballot; null where the entry was spoilt, which the verifier tells.</summary>
    private static string? PollOf(byte[] ballot)
    {
        try
        {
            return Leaf.Parse(ballot).Clear.TryGet("jajak", out var poll) && poll is CanonicalText text ? text.Value : null;
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }

    private static OperatorException Missing(string name) => new($"Berkas {name} tidak ada di folder buku.", "That file is not in the ledger's folder.");

    private static void Write(string folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
