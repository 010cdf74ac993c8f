using Bungo.Forum.Domain.Polls;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class ForgedBallotTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task The_box_refuses_what_the_poll_does_not_offer()
    {
        var (poll, other) = (await host.APollAsync(), await host.APollAsync());
        await Assert.ThrowsAsync<PostgresException>(() => ForgeAsync(poll, other.Options[0].Id));
        await Assert.ThrowsAsync<PostgresException>(() => ForgeAsync(poll, poll.Options[0].Id, poll.Options[1].Id));
        Assert.Equal(1, await ForgeAsync(poll, poll.Options[0].Id));
    }

    [Fact]
    public async Task A_poll_whose_guard_was_taken_away_is_not_counted_and_holds_up_no_other()
    {
        var forged = await host.APollAsync(host.APlan() with { ClosesAt = host.Now.AddHours(1) });
        var honest = await host.APollAsync(host.APlan() with { ClosesAt = host.Now.AddHours(1) });
        await host.WithDbAsync(db => db.Database.ExecuteSqlAsync($"alter table ballot_box.ballot disable trigger guard"));
        await ForgeAsync(forged, Guid.NewGuid());
        await host.WithDbAsync(db => db.Database.ExecuteSqlAsync($"alter table ballot_box.ballot enable trigger guard"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<AggregateException>(host.RunJobAsync);
        Assert.Equal(3, (await host.ActsAsync(honest)).Count);
        Assert.Single(await host.ActsAsync(forged));
    }

    private Task<int> ForgeAsync(Poll poll, params Guid[] choices) => host.WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
        insert into ballot_box.ballot (poll_id, nullifier, choices, cast_hour)
        values ({poll.Id}, {System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)}, {choices}, '2026-11-24 02:00Z')
        """));
}
