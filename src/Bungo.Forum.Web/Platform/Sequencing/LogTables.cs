using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// The sequencer's own connection. The advisory lock on it keeps others away as long as it lives, and all that is
/// written goes over it, so that a sequencer which lost the lock has lost its voice as well. The last fence is the
/// head, moved only from the size that was read.
/// </summary>
internal sealed class LogTables(NpgsqlConnection connection) : IAsyncDisposable
{
    private const long LockName = 0x62756B75; // "buku"

    public static async Task<LogTables?> TryTakeAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var tables = new LogTables(connection);
            await using var take = tables.Command("select pg_try_advisory_lock($1)", LockName);
            if ((bool)(await take.ExecuteScalarAsync(cancel))!) return tables;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    // The pool keeps the session, and with it the lock, until somebody else borrows it.
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var release = Command("select pg_advisory_unlock_all()");
            await release.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // A session that is lost has no lock.
        }

        await connection.DisposeAsync();
    }

    public ValueTask<NpgsqlTransaction> BeginAsync(CancellationToken cancel) => connection.BeginTransactionAsync(cancel);

    public async Task<(TreeHead Head, byte[]? Note)> HeadAsync(CancellationToken cancel)
    {
        await using var ask = Command("select size, root, note from ledger.head");
        await using var row = await ask.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) throw new LogFaultException(LogTrouble.DatabaseInconsistent, "ledger.head has no row.");
        return (new(row.GetInt64(0), new(row.GetFieldValue<byte[]>(1))), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2));
    }

    /// <summary>Entries in their order; numbers must have no gap. Entries are looked for by columns that nobody signed, so these must say what the leaf says.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> EntriesAsync(long from, long to, CancellationToken cancel)
    {
        await using var ask = Command("select idx, leaf, kind, act_id, object_id from ledger.entry where idx >= $1 and idx < $2 order by idx", from, to);
        await using var row = await ask.ExecuteReaderAsync(cancel);
        var entries = new List<ReadOnlyMemory<byte>>();
        while (await row.ReadAsync(cancel))
        {
            if (row.GetInt64(0) != from + entries.Count) break;
            var leaf = row.GetFieldValue<byte[]>(1);
            if (!Says(leaf, row.GetString(2), row.GetGuid(3), row.GetGuid(4)))
                throw new LogFaultException(LogTrouble.DatabaseInconsistent, $"Entry {row.GetInt64(0)} is not what its columns say.");
            entries.Add(leaf);
        }

        return entries.Count == to - from ? entries : throw new LogFaultException(LogTrouble.DatabaseInconsistent, $"Entry {from + entries.Count} is missing.");
    }

    private static bool Says(byte[] bytes, string kind, Guid id, Guid actedOn)
    {
        try
        {
            var leaf = Leaf.Parse(bytes);
            return leaf.Kind.Name == kind && leaf.Id.ToGuid() == id && leaf.ActedOn.ToGuid() == actedOn;
        }
        catch (LedgerFormatException)
        {
            return false;
        }
    }

    /// <summary>The numbered acts of a kind, in their order.</summary>
    public async Task<List<(long Record, Leaf Leaf)>> OfKindAsync(string kind, CancellationToken cancel)
    {
        await using var ask = Command("select idx, leaf from ledger.entry where kind = $1 order by idx", kind);
        await using var row = await ask.ExecuteReaderAsync(cancel);
        var acts = new List<(long, Leaf)>();
        while (await row.ReadAsync(cancel)) acts.Add((row.GetInt64(0), Leaf.Parse(row.GetFieldValue<byte[]>(1))));
        return acts;
    }

    /// <summary>The earliest time that a waiting act tells.</summary>
    public async Task<DateTimeOffset?> EarliestAsync(CancellationToken cancel)
    {
        await using var ask = Command("select min(recorded_at) from ledger.pending");
        return await ask.ExecuteScalarAsync(cancel) is DateTime earliest ? new DateTimeOffset(earliest, TimeSpan.Zero) : null;
    }

    /// <summary>Puts an act before all that wait. Identity begins at 1, so 0 is free; a second time nothing happens.</summary>
    public async Task PutFirstAsync(Leaf leaf, CancellationToken cancel)
    {
        await using var put = Command(
            """
            insert into ledger.pending (number, act_id, kind, object_id, leaf, recorded_at) overriding system value values (0, $1, $2, $3, $4, $5)
            on conflict (number) do nothing
            """, leaf.Id.ToGuid(), leaf.Kind.Name, leaf.ActedOn.ToGuid(), leaf.Bytes.ToArray(), leaf.At);
        await put.ExecuteNonQueryAsync(cancel);
    }

    public async Task<List<WaitingAct>> ActsAsync(int most, CancellationToken cancel)
    {
        await using var ask = Command(
            "select number, act_id, leaf, recorded_at, null from ledger.pending where kind <> $1 order by number limit $2", WaitingAct.Ballot, most);
        return await ReadWaitingAsync(ask, cancel);
    }

    public async Task<List<WaitingAct>> BallotsAsync(CancellationToken cancel)
    {
        await using var ask = Command("""
            select p.number, p.act_id, p.leaf, p.recorded_at, convert_from(o.content, 'UTF8')
            from ledger.pending p left join ledger.opening o on o.act_id = p.act_id and o.label = 'nul'
            where p.kind = $1 order by p.number
            """, WaitingAct.Ballot);
        return await ReadWaitingAsync(ask, cancel);
    }

    /// <summary>Moves waiting acts behind the entries; all of them must still be waiting, and the head where it was.</summary>
    public async Task AppendAsync(TreeHead from, TreeHead to, IReadOnlyList<WaitingAct> acts, CancellationToken cancel)
    {
        await using var take = Command("""
            with taken as (
              delete from ledger.pending p using unnest($1, $2, $3) as n (number, idx, hash)
              where p.number = n.number returning n.idx, p.act_id, p.kind, p.object_id, p.leaf, n.hash, p.recorded_at)
            insert into ledger.entry (idx, act_id, kind, object_id, leaf, leaf_hash, recorded_at) select * from taken order by idx
            """,
            acts.Select(a => a.Number).ToArray(), acts.Select((_, i) => from.Size + i).ToArray(), acts.Select(a => a.Leaf.Hash().ToArray()).ToArray());
        var taken = await take.ExecuteNonQueryAsync(cancel);
        await using var move = Command("update ledger.head set size = $1, root = $2, note = null where size = $3", to.Size, to.Root.ToArray(), from.Size);
        if (taken != acts.Count || await move.ExecuteNonQueryAsync(cancel) != 1) throw new LogOvertakenException();
    }

    public async Task NoteAsync(TreeHead head, byte[] note, CancellationToken cancel)
    {
        await using var write = Command("update ledger.head set note = $1 where size = $2", note, head.Size);
        if (await write.ExecuteNonQueryAsync(cancel) != 1) throw new LogOvertakenException();
    }

    private static async Task<List<WaitingAct>> ReadWaitingAsync(NpgsqlCommand ask, CancellationToken cancel)
    {
        var acts = new List<WaitingAct>();
        await using var row = await ask.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var (number, id) = (row.GetInt64(0), row.GetGuid(1));
            try
            {
                // What is not an act must not enter: it would stand there for ever.
                var leaf = Leaf.Parse(row.GetFieldValue<byte[]>(2));
                if (leaf.Id.ToGuid() != id) throw new LogFaultException(LogTrouble.DatabaseInconsistent, $"Waiting act {number} ({id}) says that it is {leaf.Id.ToGuid()}.");
                acts.Add(new(number, leaf, row.GetFieldValue<DateTimeOffset>(3), row.IsDBNull(4) ? null : row.GetString(4)));
            }
            catch (LedgerFormatException malformed)
            {
                throw new LogFaultException(LogTrouble.DatabaseInconsistent, $"Waiting act {number} ({id}) is not one: {malformed.Message}", malformed);
            }
        }

        return acts;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}

/// <summary>Another sequencer was faster: this one's view is old. Nothing is wrong; it begins anew.</summary>
public sealed class LogOvertakenException : Exception;
