using System.Net;
using System.Text.Json.Nodes;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class RaceTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Fifty_ballots_of_one_member_at_once_leave_one()
    {
        var poll = await host.APollAsync();
        using var visitor = await host.AVisitorOnAsync(await host.AnAccountAsync(), Urls.Poll(poll));
        var answers = await Crowd.AtOnceAsync(i => visitor.PostAsync(Urls.Poll(poll), ("pilihan", Choice(poll, i % 3)), ("form_key", Guid.NewGuid().ToString())));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Single(await host.BallotsAsync(poll));
        Assert.Equal(1, (await host.ReadAsync(poll)).BallotCount);
        // Each change is an act, and the newest says what stands in the box.
        Assert.Equal(await host.WithDbAsync(db => db.Castings.CountAsync(c => c.PollId == poll.Id)), (await host.BallotActsAsync(poll)).Count);
    }

    [Fact]
    public async Task A_poll_that_closes_while_fifty_vote_counts_exactly_those_it_said_yes_to()
    {
        var poll = await host.APollAsync();
        var programs = await host.ProgramsAsync();
        using var official = await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Pejabat), $"/jajak/{poll.Id}/tutup");
        var answers = await Crowd.AtOnceAsync(async i => i == Crowd.Size / 2
            ? (await official.PostAsync($"/jajak/{poll.Id}/tutup", ("Reason", "Salah pertanyaan."))).Status
            : await VoteAsync(programs[i], poll, i));
        Assert.Equal(HttpStatusCode.OK, answers[Crowd.Size / 2]);
        var taken = answers.Count(a => a == HttpStatusCode.Created);
        Assert.Equal(Crowd.Size - 1 - taken, answers.Count(a => a == HttpStatusCode.UnprocessableEntity));

        var closed = await host.ReadAsync(poll);
        Assert.Equal((taken, taken), (closed.BallotCount, (await host.BallotsAsync(poll)).Count));
        var result = (await host.ActsAsync(poll)).Single(a => a.Kind() == "jajak.hasil").GetProperty("x");
        Assert.Equal(taken, result.GetProperty("pemilih").GetInt32());
        var counted = result.GetProperty("pilihan").EnumerateArray().Select(o => o.GetString()!).Zip(result.GetProperty("hitung").EnumerateArray().Select(n => n.GetInt32()));
        foreach (var (option, votes) in counted)
            Assert.Equal((await host.BallotsAsync(poll)).Count(b => b.Choices.Any(c => LedgerId.Of(c) == option)), votes);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await VoteAsync(programs[Crowd.Size / 2], poll, 0));
    }

    [Fact]
    public async Task Whoever_closes_a_poll_fifty_times_closes_it_once()
    {
        var poll = await host.APollAsync();
        await host.VotesAsync(poll, 0, 1, 1);
        using var official = await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Pejabat), $"/jajak/{poll.Id}/tutup");
        var answers = await Crowd.AtOnceAsync(_ => official.PostAsync($"/jajak/{poll.Id}/tutup", ("Reason", "Pertanyaannya keliru.")));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status);
            Assert.Contains("Pertanyaannya keliru.", a.Body, StringComparison.Ordinal);
        });
        Assert.Equal(["jajak.buka", "jajak.tutup", "jajak.hasil"], (await host.ActsAsync(poll)).Select(a => a.Kind()));
    }

    /// <summary>
    /// PostgreSQL writes into each row which transaction made it, and which one locked it. Where a ballot and a person's
    /// row carry the same number, whoever reads the tables knows who voted what.
    /// </summary>
    [Fact]
    public async Task The_transaction_that_wrote_a_ballot_left_its_number_on_nothing_of_the_voters()
    {
        var poll = await host.APollAsync();
        using var visitor = await host.AVisitorOnAsync(await host.AnAccountAsync(), Urls.Poll(poll));
        await visitor.PostAsync(Urls.Poll(poll), ("pilihan", Choice(poll, 0)), ("form_key", Guid.NewGuid().ToString()));
        Assert.Single(await host.BallotsAsync(poll));
        Assert.Equal(0, await host.WithDbAsync(db => db.Database.SqlQuery<int>($"""
            select count(*)::int as "Value" from ballot_box.ballot b join (
                select xmin, xmax from account union all select xmin, xmax from sign_in.sign_in union all select xmin, xmax from sign_in.access_token
                union all select xmin, xmax from submission union all select xmin, xmax from notice union all select xmin, xmax from participant
            ) person on person.xmin = b.xmin or person.xmax = b.xmin
            """).SingleAsync()));
    }

    private static string Choice(Poll poll, int option) => LedgerId.Of(poll.Options[option].Id);

    private static Task<HttpStatusCode> VoteAsync(HttpClient program, Poll poll, int i) =>
        program.AskAsync("POST", $"/api/v1/polls/{poll.Id}/ballots", new JsonObject { ["choices"] = new JsonArray(Choice(poll, i % 3)) });
}
