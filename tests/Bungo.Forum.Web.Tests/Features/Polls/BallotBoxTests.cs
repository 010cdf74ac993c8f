using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data.Migrations;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Features.Polls;

/// <summary>What the database itself refuses, whoever asks and however they ask.</summary>
public class BallotBoxTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_ballot_put_in_by_hand_is_taken_while_the_poll_is_open()
    {
        var poll = await host.APollAsync();
        Assert.Equal(1, await InsertAsync(poll));
    }

    [Fact]
    public async Task A_ballot_before_the_opening_is_refused()
    {
        var poll = await host.APollAsync(host.APlan() with { OpensAt = host.Now.AddDays(1) });
        Assert.Equal(BallotBoxGuard.BeforeOpening, (await Assert.ThrowsAsync<PostgresException>(() => InsertAsync(poll))).SqlState);
    }

    [Fact]
    public async Task A_ballot_after_the_closing_time_is_refused_even_while_no_job_has_run()
    {
        var poll = await host.APollAsync(host.APlan() with { ClosesAt = host.Now.AddHours(1) });
        Assert.Equal(1, await InsertAsync(poll));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(BallotBoxGuard.AfterClose, (await Assert.ThrowsAsync<PostgresException>(() => InsertAsync(poll))).SqlState);
        Assert.Equal(BallotBoxGuard.AfterClose, (await Assert.ThrowsAsync<PostgresException>(() => ChangeAsync(poll))).SqlState);
    }

    [Fact]
    public async Task A_ballot_after_an_early_closing_is_refused()
    {
        var poll = await host.APollAsync();
        await InsertAsync(poll);
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync($"/jajak/{poll.Id}/tutup");
        await official.SubmitAsync("main form", ("Reason", "Rancangan ditarik."));
        Assert.Equal(BallotBoxGuard.AfterClose, (await Assert.ThrowsAsync<PostgresException>(() => InsertAsync(poll))).SqlState);
        Assert.Equal(BallotBoxGuard.AfterClose, (await Assert.ThrowsAsync<PostgresException>(() => ChangeAsync(poll))).SqlState);
    }

    [Fact]
    public async Task A_ballot_that_waits_for_the_closing_finds_the_poll_closed()
    {
        var poll = await host.APollAsync();
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var closing = await database.OpenConnectionAsync();
        await using var transaction = await closing.BeginTransactionAsync();
        await using (var close = new NpgsqlCommand("update poll set closed_at = opens_at, closed_by_id = 1, closure_reason = 'x' where id = $1", closing) { Parameters = { new() { Value = poll.Id } } })
            await close.ExecuteNonQueryAsync();
        var late = InsertAsync(poll);
        await Task.Delay(200);
        Assert.False(late.IsCompleted);
        await transaction.CommitAsync();
        Assert.Equal(BallotBoxGuard.AfterClose, (await Assert.ThrowsAsync<PostgresException>(() => late)).SqlState);
    }

    [Fact]
    public async Task One_nullifier_has_one_ballot_in_a_poll_and_may_have_one_in_another()
    {
        var (poll, other) = (await host.APollAsync(), await host.APollAsync());
        var nullifier = new byte[32];
        await InsertAsync(poll, nullifier);
        Assert.Equal(PostgresErrorCodes.UniqueViolation, (await Assert.ThrowsAsync<PostgresException>(() => InsertAsync(poll, nullifier))).SqlState);
        Assert.Equal(1, await InsertAsync(other, nullifier));
    }

    [Fact]
    public async Task Of_two_first_ballots_at_once_without_the_programs_lock_one_is_refused()
    {
        var poll = await host.APollAsync();
        var nullifier = new byte[32];
        nullifier[0] = 7;
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                return await InsertAsync(poll, nullifier);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                return 0;
            }
        }));
        Assert.Equal(1, both.Sum());
    }

    [Fact]
    public async Task A_ballot_is_never_removed_nor_given_to_another_poll_or_voter()
    {
        var (poll, other) = (await host.APollAsync(), await host.APollAsync());
        await InsertAsync(poll);
        foreach (var sql in new[]
        {
            "delete from ballot_box.ballot where poll_id = $1",
            $"update ballot_box.ballot set poll_id = {other.Id} where poll_id = $1",
            "update ballot_box.ballot set nullifier = decode(repeat('ff', 32), 'hex') where poll_id = $1",
        })
            await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql, poll.Id));
        Assert.Single(await host.BallotsAsync(poll));
    }

    [Theory]
    [InlineData("insert into ballot_box.ballot values ($1, decode(repeat('00', 31), 'hex'), (select array[(options -> 0 ->> 'Id')::uuid] from poll where id = $1), '2026-11-24 02:00Z')")]
    [InlineData("insert into ballot_box.ballot values ($1, decode(repeat('00', 32), 'hex'), array[]::uuid[], '2026-11-24 02:00Z')")]
    [InlineData("insert into ballot_box.ballot values ($1, decode(repeat('00', 32), 'hex'), (select array[(options -> 0 ->> 'Id')::uuid] from poll where id = $1), '2026-11-24 02:00:01Z')")]
    public async Task A_malformed_nullifier_an_empty_choice_and_a_fine_time_are_refused(string sql)
    {
        var poll = await host.APollAsync();
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql, poll.Id))).SqlState);
    }

    private Task<int> InsertAsync(Poll poll, byte[]? nullifier = null) => RunAsync(
        "insert into ballot_box.ballot (poll_id, nullifier, choices, cast_hour) values ($1, $2, $3, '2026-11-24 02:00Z')",
        poll.Id, nullifier ?? System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), new[] { poll.Options[0].Id });

    private Task<int> ChangeAsync(Poll poll) => RunAsync("update ballot_box.ballot set choices = $2 where poll_id = $1", poll.Id, new[] { poll.Options[1].Id });

    private async Task<int> RunAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync();
    }
}
