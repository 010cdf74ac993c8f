using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Acts;

/// <summary>
/// The rows that acts leave behind, written by hand and in one round trip: every post pays for them, and tracked one
/// by one they cost more than the post itself.
/// </summary>
internal sealed class ActRows
{
    // The upsert takes the stream's row lock and holds it until commit: numbers become visible in order and without
    // gaps, whatever the order in which transactions finish. The notification goes out with the commit, or never.
    private const string NumberEvents = $"""
        with numbered as (
          insert into live.stream as s (name, last_number) values ($1, $2)
          on conflict (name) do update set last_number = s.last_number + $2
          returning last_number),
        events as (
          insert into live.stream_event (stream, number, target, at)
          select $1, last_number - $2 + t.place, t.target, $4
          from numbered, unnest($3) with ordinality as t (target, place))
        select pg_notify('{ActRecorder.Channel}', $1 || ' ' || (last_number - $2 + 1) || ' ' || last_number) from numbered
        """;

    private const string AddLeaf = "insert into ledger.pending (act_id, kind, object_id, leaf, recorded_at) values ($1, $2, $3, $4, $5)";

    private const string AddOpenings = """
        insert into ledger.opening (act_id, label, type, salt, content, state, object_id)
        select $1, o.label, o.type, o.salt, o.content, o.state, $2
        from unnest($3, $4, $5, $6, $7) as o (label, type, salt, content, state)
        """;

    private const string MoveHead = """
        insert into ledger.act_head (object_id, act_id) values ($1, $2)
        on conflict (object_id) do update set act_id = excluded.act_id
        """;

    private readonly List<NpgsqlBatchCommand> _commands = [];

    public void Add(string stream, IReadOnlyCollection<string> targets, DateTimeOffset now) =>
        Add(NumberEvents, stream, (long)targets.Count, targets.ToArray(), now);

    public void Add(PublicAct act, Leaf leaf, IReadOnlyCollection<ActOpening> openings, bool hasHistory)
    {
        // The row may not tell more than the leaf does: a ballot's time is known to the hour.
        Add(AddLeaf, act.ActId, act.Kind, act.ObjectId, leaf.Bytes.ToArray(), leaf.At);
        if (openings.Count > 0)
        {
            Add(
                AddOpenings, act.ActId, act.ObjectId, openings.Select(o => o.Label).ToArray(), openings.Select(o => o.Type).ToArray(),
                openings.Select(o => o.Salt).ToArray(), openings.Select(o => o.Content).ToArray(), openings.Select(o => o.State.ToString()).ToArray());
        }

        if (hasHistory) Add(MoveHead, act.ObjectId, act.ActId);
    }

    public async Task WriteAsync(ForumDb db, CancellationToken cancel)
    {
        if (_commands.Count == 0) return;
        await using var batch = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        batch.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var command in _commands) batch.BatchCommands.Add(command);
        // Prepared once for each connection of the pool: planning these would cost more than running them.
        await batch.PrepareAsync(cancel);
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private void Add(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        _commands.Add(command);
    }
}
