using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class VotingTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_member_votes_sees_it_ticked_and_leaves_a_sealed_act()
    {
        var poll = await host.APollAsync();
        await host.AdvanceAsync(TimeSpan.FromSeconds(754));
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await VoteAsync(visitor, poll, 1);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(Urls.Poll(poll), visitor.Path);
        Assert.Contains("sudah tercatat", visitor.Page.QuerySelector(".notice[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Value(poll, 1), visitor.Page.QuerySelector("input[name=pilihan][checked]")!.GetAttribute("value"));

        var ballot = Assert.Single(await host.BallotsAsync(poll));
        Assert.Equal([poll.Options[1].Id], ballot.Choices);
        var (act, leaf) = Assert.Single(await host.BallotActsAsync(poll));
        Assert.Equal("warga", leaf.GetProperty("a").GetString());
        Assert.EndsWith(":00:00Z", leaf.GetProperty("t").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, 0), (act.RecordedAt.Minute, act.RecordedAt.Second));
        Assert.False(leaf.TryGetProperty("p", out _));
        Assert.DoesNotContain(Value(poll, 1), leaf.GetRawText(), StringComparison.Ordinal);
        var openings = await host.WithDbAsync(db => db.ActOpenings.Where(o => o.ActId == act.ActId).ToDictionaryAsync(o => o.Label));
        Assert.Equal(["nul", "pilihan"], openings.Keys.Order());
        Assert.All(openings.Values, o => Assert.Equal(OpeningState.Sealed, o.State));
        Assert.Equal($"[\"{Value(poll, 1)}\"]", openings["pilihan"].Text());
        Assert.Equal(System.Buffers.Text.Base64Url.EncodeToString(ballot.Nullifier), openings["nul"].Text());
    }

    [Fact]
    public async Task A_vote_can_be_changed_and_stays_one()
    {
        var poll = await host.APollAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await VoteAsync(visitor, poll, 0);
        await VoteAsync(visitor, poll, 2);
        Assert.Equal(Value(poll, 2), visitor.Page.QuerySelector("input[name=pilihan][checked]")!.GetAttribute("value"));
        Assert.Equal([poll.Options[2].Id], Assert.Single(await host.BallotsAsync(poll)).Choices);
        Assert.Equal(1, (await host.ReadAsync(poll)).BallotCount);
        var acts = await host.BallotActsAsync(poll);
        Assert.Equal(2, acts.Count);
        Assert.Equal(2, acts.Select(a => a.Leaf.GetProperty("o").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task The_same_choice_again_records_nothing()
    {
        var poll = await host.APollAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await VoteAsync(visitor, poll, 0);
        await VoteAsync(visitor, poll, 0);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Single(await host.BallotActsAsync(poll));
    }

    [Fact]
    public async Task An_old_form_sent_again_does_not_bring_the_old_choice_back()
    {
        var poll = await host.APollAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Poll(poll));
        var old = visitor.Page.QuerySelector($"#poll-vote-{poll.Id} [name=form_key]")!.GetAttribute("value")!;
        await visitor.SubmitAsync($"#poll-vote-{poll.Id}", ("pilihan", Value(poll, 0)));
        await VoteAsync(visitor, poll, 1);
        await visitor.SubmitAsync($"#poll-vote-{poll.Id}", ("pilihan", Value(poll, 0)), ("form_key", old));
        Assert.Equal([poll.Options[1].Id], Assert.Single(await host.BallotsAsync(poll)).Choices);
        Assert.Equal(2, (await host.BallotActsAsync(poll)).Count);
    }

    [Fact]
    public async Task Twenty_sends_of_one_form_at_once_give_one_ballot_and_one_act()
    {
        var poll = await host.APollAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        var fields = await FieldsAsync(visitor, poll);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(visitor, poll, [.. fields, new("pilihan", Value(poll, 0))])));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Single(await host.BallotsAsync(poll));
        Assert.Single(await host.BallotActsAsync(poll));
    }

    [Fact]
    public async Task Two_browsers_of_one_person_at_once_give_one_ballot()
    {
        var member = await host.AnAccountAsync();
        var (one, two) = (await host.AVisitorAsync(member), await host.AVisitorAsync(member));
        for (var round = 0; round < 5; round++)
        {
            var poll = await host.APollAsync();
            var (first, second) = (await FieldsAsync(one, poll), await FieldsAsync(two, poll));
            var answers = await Task.WhenAll(
                PostAsync(one, poll, [.. first, new("pilihan", Value(poll, 0))]), PostAsync(two, poll, [.. second, new("pilihan", Value(poll, 1))]));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
            Assert.Single(await host.BallotsAsync(poll));
            Assert.Equal(1, (await host.ReadAsync(poll)).BallotCount);
        }
    }

    [Fact]
    public async Task Nothing_chosen_is_refused_beside_the_options()
    {
        var poll = await host.APollAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Poll(poll));
        await visitor.SubmitAsync($"#poll-vote-{poll.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("#pilihan", visitor.Page.QuerySelector(".error-summary[role=alert] a")!.GetAttribute("href"));
        Assert.Equal("true", visitor.Page.QuerySelector("#pilihan")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Two_options_where_one_is_asked_and_options_of_another_poll_are_refused()
    {
        var (poll, other) = (await host.APollAsync(), await host.APollAsync());
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        var fields = await FieldsAsync(visitor, poll);
        foreach (var choices in new[] { new[] { Value(poll, 0), Value(poll, 1) }, [Value(other, 0)], ["bukan-id"], [Value(poll, 0), Value(other, 0)] })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(visitor, poll, [.. fields, .. choices.Select(c => new KeyValuePair<string, string>("pilihan", c))]));
        Assert.Empty(await host.BallotsAsync(poll));
        Assert.Equal(0, (await host.ReadAsync(poll)).BallotCount);
    }

    [Fact]
    public async Task Several_choices_are_taken_up_to_the_stated_number_and_a_refused_ballot_keeps_its_ticks()
    {
        var poll = await host.APollAsync(host.APlan() with { Kind = PollKind.SeveralChoices, MostChoices = 2 });
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        var fields = await FieldsAsync(visitor, poll);
        KeyValuePair<string, string>[] Ticks(int count) => [.. fields, .. Enumerable.Range(0, count).Select(i => new KeyValuePair<string, string>("pilihan", Value(poll, i)))];
        using var content = new FormUrlEncodedContent(Ticks(3));
        using var refused = await visitor.Http.PostAsync(new Uri(Urls.Poll(poll), UriKind.Relative), content);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Pilih paling banyak 2", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("checked=").Length - 1);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(visitor, poll, Ticks(2)));
        Assert.Equal(2, Assert.Single(await host.BallotsAsync(poll)).Choices.Count);
    }

    [Theory]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public async Task Roles_without_a_voice_are_told_so_and_refused(Role role)
    {
        var poll = await host.APollAsync();
        var member = await host.AVisitorAsync(await host.AnAccountAsync());
        var fields = await FieldsAsync(member, poll);
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
        await visitor.GetAsync(Urls.Poll(poll));
        Assert.Null(visitor.Page.QuerySelector($"form#poll-vote-{poll.Id}"));
        Assert.Contains("tidak mengizinkan", visitor.Page.QuerySelector($"#poll-vote-{poll.Id}")!.TextContent, StringComparison.Ordinal);
        var token = visitor.Page.QuerySelector("form#act [name=form_token]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(visitor, poll, [new("form_token", token), new("pilihan", Value(poll, 0))]));
        Assert.Empty(await host.BallotsAsync(poll));
        Assert.NotEmpty(fields);
    }

    [Fact]
    public async Task A_poll_for_verified_residents_refuses_others_and_takes_them()
    {
        var poll = await host.APollAsync(host.APlan() with { Electorate = Electorate.VerifiedPersons });
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Poll(poll));
        Assert.Contains("khusus warga terverifikasi", visitor.Page.QuerySelector($"#poll-vote-{poll.Id}")!.TextContent, StringComparison.Ordinal);
        var verified = await host.AVisitorAsync(await host.AnAccountAsync(verified: true));
        await VoteAsync(verified, poll, 0);
        Assert.Single(await host.BallotsAsync(poll));
    }

    [Fact]
    public async Task Who_is_not_signed_in_reads_everything_and_is_led_to_sign_in()
    {
        var poll = await host.APollAsync();
        var visitor = host.AVisitor();
        await visitor.GetAsync(Urls.Poll(poll));
        var link = visitor.Page.QuerySelector($"#poll-vote-{poll.Id} a")!.GetAttribute("href")!;
        Assert.Equal($"/masuk?kembali={Uri.EscapeDataString(Urls.Poll(poll))}", link);
        Assert.Contains("bersifat masukan", visitor.Page.QuerySelector(".advisory")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Seberapa rahasia", visitor.Page.QuerySelector("details.secrecy summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_after_the_close_is_refused_and_the_page_says_closed()
    {
        var poll = await host.APollAsync(host.APlan() with { ClosesAt = host.Now.AddHours(1) });
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        var fields = await FieldsAsync(visitor, poll);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(visitor, poll, [.. fields, new("pilihan", Value(poll, 0))]));
        await visitor.GetAsync(Urls.Poll(poll));
        Assert.Contains("tidak diterima lagi", visitor.Page.QuerySelector($"p#poll-vote-{poll.Id}")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await host.BallotsAsync(poll));
    }

    [Fact]
    public async Task The_database_decides_when_its_clock_is_ahead_and_the_voter_is_told_plainly()
    {
        var poll = await host.APollAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Poll(poll));
        await host.SetDatabaseClockAsync(poll.ClosesAt);
        await visitor.SubmitAsync($"#poll-vote-{poll.Id}", ("pilihan", Value(poll, 0)));
        await host.SetDatabaseClockAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("sudah ditutup", visitor.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await host.BallotsAsync(poll));
        Assert.Empty(await host.BallotActsAsync(poll));
    }

    [Fact]
    public async Task A_choice_is_on_nobody_elses_page()
    {
        var poll = await host.APollAsync();
        var voter = await host.AVisitorAsync(await host.AnAccountAsync());
        await VoteAsync(voter, poll, 0);
        Assert.Contains("no-store", voter.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        foreach (var other in new[] { host.AVisitor(), await host.AVisitorAsync(await host.AnAccountAsync()), await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat)) })
        {
            await other.GetAsync(Urls.Poll(poll));
            Assert.Null(other.Page.QuerySelector("input[checked]"));
        }
    }

    [Fact]
    public async Task Nothing_written_with_a_vote_names_the_voter()
    {
        var poll = await host.APollAsync();
        var member = await host.AnAccountAsync();
        var visitor = await host.AVisitorAsync(member);
        await VoteAsync(visitor, poll, 0);
        Assert.False(await host.WithDbAsync(db => db.Submissions.AnyAsync(s => s.AccountId == member.Id)));
        var columns = await host.WithDbAsync(db => db.Database.SqlQuery<string>($"""
            select table_name || '.' || column_name as "Value" from information_schema.columns where table_schema = 'ballot_box'
            """).ToListAsync());
        Assert.Equal(
            ["ballot.cast_hour", "ballot.choices", "ballot.nullifier", "ballot.poll_id", "casting.act_id", "casting.mark", "casting.poll_id", "poll_key.key", "poll_key.poll_id"],
            columns.Order(StringComparer.Ordinal));
    }

    private static string Value(Poll poll, int option) => LedgerId.Of(poll.Options[option].Id);

    private static async Task VoteAsync(Visitor visitor, Poll poll, int option)
    {
        await visitor.GetAsync(Urls.Poll(poll));
        await visitor.SubmitAsync($"#poll-vote-{poll.Id}", ("pilihan", Value(poll, option)));
    }

    private static async Task<KeyValuePair<string, string>[]> FieldsAsync(Visitor visitor, Poll poll)
    {
        await visitor.GetAsync(Urls.Poll(poll));
        return [.. visitor.Page.QuerySelectorAll($"#poll-vote-{poll.Id} input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!))];
    }

    private static async Task<HttpStatusCode> PostAsync(Visitor visitor, Poll poll, KeyValuePair<string, string>[] fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await visitor.Http.PostAsync(new Uri(Urls.Poll(poll), UriKind.Relative), content);
        return response.StatusCode;
    }
}
