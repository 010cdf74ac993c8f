using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing;

/// <summary>What the ledger's tables refuse whoever asks.</summary>
public sealed class LedgerGuardTests(TestPostgres postgres)
{
    [Theory]
    [InlineData("update ledger.entry set kind = 'pos.buat'")]
    [InlineData("delete from ledger.entry")]
    [InlineData("truncate ledger.entry")]
    [InlineData("update ledger.head set size = 0")]
    [InlineData("update ledger.head set root = '\\x01'")]
    [InlineData("delete from ledger.head")]
    [InlineData("truncate ledger.head")]
    [InlineData("insert into ledger.head values (true, 0, '', null)")]
    [InlineData("insert into ledger.head values (false, 0, '', null)")]
    [InlineData("insert into ledger.entry select 8, act_id, kind, object_id, leaf, leaf_hash, recorded_at from ledger.entry")]
    public async Task An_entry_stands_and_the_head_only_moves_forward(string sql)
    {
        await using var database = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        async Task RunAsync(string text)
        {
            await using var command = database.CreateCommand(text);
            await command.ExecuteNonQueryAsync();
        }

        await RunAsync("insert into ledger.entry values (7, gen_random_uuid(), 'denyut', gen_random_uuid(), '', '', now()); update ledger.head set size = 1");
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql));
    }
}
