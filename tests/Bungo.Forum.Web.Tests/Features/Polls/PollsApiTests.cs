using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class PollsApiTests(ForumHost host) : IClassFixture<ForumHost>
{
    private static readonly Uri Polls = new("/api/v1/polls", UriKind.Relative);

    [Fact]
    public async Task An_official_opens_a_poll_and_members_vote_change_and_read_it()
    {
        var official = await host.AProgramAsync(await host.AnAccountAsync(Role.Pejabat));
        using var created = await official.PostAsJsonAsync(Polls, new { question = "Setuju?", options = new[] { "Ya", "Tidak" }, result = "live", closesAt = host.Now.AddDays(1) });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var poll = (await created.Content.ReadFromJsonAsync<PollV1>())!;
        Assert.Equal(("one", "members", "live", "open"), (poll.Kind, poll.Electorate, poll.Result, poll.State));
        Assert.NotNull(poll.EligibleAtOpening);

        var ballots = new Uri($"/api/v1/polls/{poll.Id}/ballots", UriKind.Relative);
        var member = await host.AProgramAsync(await host.AnAccountAsync());
        using var first = await member.PostAsJsonAsync(ballots, new { choices = new[] { poll.Options[0].Id } });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("first", (await first.Content.ReadFromJsonAsync<BallotCastV1>())!.Effect);
        using var changed = await member.PutAsJsonAsync(ballots, new { choices = new[] { poll.Options[1].Id } });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("changed", (await changed.Content.ReadFromJsonAsync<BallotCastV1>())!.Effect);

        var anybody = host.AVisitor().Http;
        var result = (await anybody.GetFromJsonAsync<PollResultV1>(new Uri($"/api/v1/polls/{poll.Id}/result", UriKind.Relative)))!;
        Assert.Equal([0, 1], result.Counts!.Select(c => c.Votes));
        Assert.Equal([poll.Options[1].Id], result.Leading);
        var list = (await anybody.GetFromJsonAsync<Slice<PollV1>>(Polls))!;
        Assert.Equal(1, list.Items.Single(p => p.Id == poll.Id).Ballots);
        Assert.Equal(poll.Question, (await anybody.GetFromJsonAsync<PollV1>(new Uri($"/api/v1/polls/{poll.Id}", UriKind.Relative)))!.Question);
    }

    [Fact]
    public async Task Refusals_are_problem_details_named_by_their_code()
    {
        var poll = await host.APollAsync();
        var ballots = new Uri($"/api/v1/polls/{poll.Id}/ballots", UriKind.Relative);
        var member = await host.AProgramAsync(await host.AnAccountAsync());
        using var empty = await member.PostAsJsonAsync(ballots, new { choices = Array.Empty<string>() });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ballot-nothing-chosen"), (empty.StatusCode, await TypeAsync(empty)));
        using var foreign = await member.PostAsJsonAsync(ballots, new { choices = new[] { "x" } });
        Assert.Equal("ballot-unknown-option", await TypeAsync(foreign));
        using var nowhere = await member.PostAsJsonAsync(new Uri("/api/v1/polls/999999/ballots", UriKind.Relative), new { choices = new[] { "x" } });
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        var official = await host.AProgramAsync(await host.AnAccountAsync(Role.Pejabat));
        using var faulty = await official.PostAsJsonAsync(Polls, new { question = "?", options = new[] { "Ya" }, closesAt = host.Now.AddDays(1) });
        Assert.Equal("poll-too-few-options", await TypeAsync(faulty));
        using var word = await official.PostAsJsonAsync(Polls, new { question = "?", kind = "ranked" });
        Assert.Equal(HttpStatusCode.BadRequest, word.StatusCode);
    }

    [Fact]
    public async Task The_same_request_sent_again_makes_one_poll_and_one_act()
    {
        var official = await host.AProgramAsync(await host.AnAccountAsync(Role.Pejabat));
        official.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var input = new { question = "Sekali?", options = new[] { "Ya", "Tidak" }, closesAt = host.Now.AddDays(1) };
        using var one = await official.PostAsJsonAsync(Polls, input);
        using var two = await official.PostAsJsonAsync(Polls, input);
        var poll = (await one.Content.ReadFromJsonAsync<PollV1>())!;
        Assert.Equal(poll.Id, (await two.Content.ReadFromJsonAsync<PollV1>())!.Id);

        var member = await host.AProgramAsync(await host.AnAccountAsync());
        member.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var ballots = new Uri($"/api/v1/polls/{poll.Id}/ballots", UriKind.Relative);
        using var cast = await member.PostAsJsonAsync(ballots, new { choices = new[] { poll.Options[0].Id } });
        using var again = await member.PostAsJsonAsync(ballots, new { choices = new[] { poll.Options[0].Id } });
        Assert.Equal((await cast.Content.ReadFromJsonAsync<BallotCastV1>())!.ActId, (await again.Content.ReadFromJsonAsync<BallotCastV1>())!.ActId);
    }

    [Fact]
    public async Task Members_open_no_polls_and_strangers_cast_no_ballots()
    {
        var poll = await host.APollAsync();
        var member = await host.AProgramAsync(await host.AnAccountAsync());
        using var opened = await member.PostAsJsonAsync(Polls, new { question = "?", options = new[] { "Ya", "Tidak" }, closesAt = host.Now.AddDays(1) });
        Assert.False(opened.StatusCode == HttpStatusCode.Created);
        using var cast = await host.AVisitor().Http.PostAsJsonAsync(new Uri($"/api/v1/polls/{poll.Id}/ballots", UriKind.Relative), new { choices = new[] { "x" } });
        Assert.False(cast.StatusCode == HttpStatusCode.Created);
        Assert.Empty(await host.BallotsAsync(poll));
    }

    [Fact]
    public async Task The_list_goes_on_by_cursor_without_loss_or_repetition()
    {
        for (var i = 0; i < 33; i++) await host.APollAsync(host.APlan() with { Question = $"Lama {i}", ClosesAt = host.Now.AddHours(1) });
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        var (seen, after) = (new List<PollV1>(), "");
        do
        {
            var slice = (await host.AVisitor().Http.GetFromJsonAsync<Slice<PollV1>>(new Uri($"/api/v1/polls?after={after}", UriKind.Relative)))!;
            seen.AddRange(slice.Items);
            after = slice.Next;
        }
        while (after is not null);
        Assert.Equal(33, seen.Count(p => p.Question.StartsWith("Lama", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Select(p => p.Id).Distinct().Count());
    }

    private static async Task<string?> TypeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();
}
