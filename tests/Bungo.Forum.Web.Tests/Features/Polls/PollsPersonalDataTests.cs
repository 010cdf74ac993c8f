using System.Text.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.PublicActs;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class PollsPersonalDataTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_person_gets_their_own_ballots_of_open_polls_and_nobody_gets_those_of_closed_ones()
    {
        var poll = await host.APollAsync(host.APlan() with { ClosesAt = host.Now.AddHours(1) });
        var (voter, other) = (await host.AnAccountAsync(), await host.AnAccountAsync());
        await host.VoteAsync(poll, voter, 1);
        await host.VoteAsync(poll, other, 2);
        var own = Assert.Single(await ReadAsync("ballots", voter));
        Assert.Equal([LedgerId.Of(poll.Options[1].Id)], own.GetProperty("Choices").EnumerateArray().Select(c => c.GetString()));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RunJobAsync();
        Assert.Empty(await ReadAsync("ballots", voter));
    }

    [Fact]
    public async Task An_official_gets_the_polls_they_held()
    {
        var poll = await host.APollAsync();
        var official = await host.WithDbAsync(async db => (await db.Accounts.FindAsync(poll.CreatedById))!);
        Assert.Equal(poll.Question, Assert.Single(await ReadAsync("polls", official)).GetProperty("Question").GetString());
    }

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(string name, Account account)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var kept = scope.ServiceProvider.GetServices<IPersonalData>().Single(d => d.Name == name);
        var rows = new List<JsonElement>();
        await foreach (var row in kept.ReadAsync(account.Id, default)) rows.Add(JsonSerializer.SerializeToElement(row));
        return rows;
    }
}
