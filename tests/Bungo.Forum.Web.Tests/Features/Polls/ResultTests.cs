using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class ResultTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_hidden_result_is_nowhere_before_the_close_and_everywhere_after()
    {
        var poll = await host.APollAsync();
        await host.VotesAsync(poll, 0, 0, 0, 1);
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        foreach (var visitor in new[] { host.AVisitor(), official })
        {
            var page = await visitor.GetAsync(Urls.Poll(poll));
            Assert.Contains("4 suara", page.QuerySelector(".turnout")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("table.bars"));
            Assert.Null(page.QuerySelector(".outcome"));
            Assert.Null(page.QuerySelector("svg rect"));
            Assert.DoesNotContain("75", await visitor.Http.GetStringAsync(new Uri($"/api/v1/polls/{poll.Id}/result", UriKind.Relative)), StringComparison.Ordinal);
        }

        var result = await ApiResultAsync(poll);
        Assert.Equal((false, 4), (result.Final, result.Ballots));
        Assert.Null(result.Counts);
        Assert.Null(result.Leading);
        Assert.DoesNotContain("bars", await LiveHtmlAsync(poll), StringComparison.Ordinal);
        Assert.DoesNotContain("bars", (await host.AVisitor().GetAsync("/jajak")).Source.Text, StringComparison.Ordinal);

        await host.AdvanceAsync(TimeSpan.FromDays(7));
        var after = await host.AVisitor().GetAsync(Urls.Poll(poll) + "?segar");
        Assert.Equal(["3", "1", "0"], after.QuerySelectorAll("table.bars tbody tr td.num:nth-child(3)").Select(c => c.TextContent));
        Assert.Equal(["75%", "25%", "0%"], after.QuerySelectorAll("table.bars tbody tr td.num:nth-child(4)").Select(c => c.TextContent));
        Assert.Equal(["75%", "25%", "0%"], after.QuerySelectorAll("table.bars rect").Select(r => r.GetAttribute("width")));
        Assert.Equal([3, 1, 0], (await ApiResultAsync(poll)).Counts!.Select(c => c.Votes));
        Assert.Contains("bars", await LiveHtmlAsync(poll), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_result_moves_with_each_vote_in_page_and_update_alike()
    {
        var poll = await host.APollAsync(host.APlan() with { ResultTiming = ResultTiming.Live });
        await host.VotesAsync(poll, 2);
        var page = await host.AVisitor().GetAsync(Urls.Poll(poll));
        var number = long.Parse(page.QuerySelector("[data-live-stream]")!.GetAttribute("data-live-number")!, System.Globalization.CultureInfo.InvariantCulture);
        await host.VotesAsync(poll, 1);
        var answer = (await host.AVisitor().Http.GetFromJsonAsync<LiveAnswer>(new Uri($"/live/poll-{poll.Id}?after={number}", UriKind.Relative)))!;
        var update = Assert.Single(answer.Events);
        Assert.Equal(number + 1, update.Number);
        Assert.Contains("Sementara seri", update.Html, StringComparison.Ordinal);
        await UntilAsync(async () => (await host.AVisitor().GetAsync(Urls.Poll(poll))).QuerySelector($"#poll-result-{poll.Id}")!.OuterHtml is var html
            && new AngleSharp.Html.Parser.HtmlParser().ParseDocument(update.Html).QuerySelector("section")!.OuterHtml == html);
    }

    [Fact]
    public async Task A_changed_mind_is_heard_by_nobody_where_the_result_is_hidden()
    {
        var poll = await host.APollAsync();
        var voter = await host.AnAccountAsync();
        await host.VoteAsync(poll, voter, 0);
        var before = await LastNumberAsync(poll);
        await host.VoteAsync(poll, voter, 1);
        Assert.Equal(before, await LastNumberAsync(poll));
    }

    [Theory]
    [InlineData(new int[0], "Tidak ada suara yang masuk")]
    [InlineData(new[] { 0, 1 }, "Seri: “Surat keterangan” dan “Daftar hadir”, masing-masing 1 suara.")]
    [InlineData(new[] { 2, 1, 2 }, "Terbanyak: “Slip honor”, 2 suara.")]
    public async Task The_outcome_is_said_in_words(int[] votes, string expected)
    {
        var poll = await host.APollAsync(host.APlan() with { ClosesAt = host.Now.AddHours(1) });
        await host.VotesAsync(poll, votes);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        var page = await host.AVisitor().GetAsync(Urls.Poll(poll));
        Assert.Contains(expected, page.QuerySelector(".outcome")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Hasil", page.QuerySelector(".poll-result h2")!.TextContent);
    }

    [Fact]
    public async Task The_table_can_be_read_without_seeing_the_bars()
    {
        var poll = await host.APollAsync(host.APlan() with { ResultTiming = ResultTiming.Live });
        await host.VotesAsync(poll, 0);
        var table = (IHtmlTableElement)(await host.AVisitor().GetAsync(Urls.Poll(poll))).QuerySelector("table.bars")!;
        Assert.NotNull(table.Caption);
        Assert.All(table.Bodies[0].Rows, row => Assert.Equal("row", row.QuerySelector("th")!.GetAttribute("scope")));
        Assert.Equal(3, table.QuerySelectorAll("thead th[scope=col]").Length);
        Assert.All(table.QuerySelectorAll("svg"), svg => Assert.Equal("true", svg.ParentElement!.GetAttribute("aria-hidden")));
        Assert.Empty(table.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task The_record_of_a_closed_poll_is_complete_and_the_way_back_is_destroyed()
    {
        var poll = await host.APollAsync(host.APlan() with { ClosesAt = host.Now.AddHours(2) });
        await host.VotesAsync(poll, 0, 1, 0);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await host.RunJobAsync();

        var acts = await host.ActsAsync(poll);
        Assert.Equal(["jajak.buka", "jajak.tutup", "jajak.hasil"], acts.Select(a => a.Kind()));
        Assert.All(acts, a => Assert.Equal("sistem", a.GetProperty("a").GetString()));
        var opening = acts[0].GetProperty("x");
        Assert.Equal(poll.Options.Select(o => LedgerId.Of(o.Id)), opening.GetProperty("pilihan").EnumerateArray().Select(i => i.GetString()));
        Assert.Equal("satu-pilihan", opening.GetProperty("aturan").GetString());
        Assert.True(acts[0].GetProperty("d").TryGetProperty("naskah", out _));
        Assert.Equal((3, false), (acts[1].GetProperty("x").GetProperty("suara").GetInt32(), acts[1].GetProperty("x").GetProperty("dini").GetBoolean()));
        Assert.Equal([2, 1, 0], acts[2].GetProperty("x").GetProperty("hitung").EnumerateArray().Select(i => i.GetInt32()));

        Assert.False(await host.WithDbAsync(db => db.PollKeys.AnyAsync(k => k.PollId == poll.Id)));
        var ballots = (await host.BallotActsAsync(poll)).Select(a => a.Act.ActId).ToList();
        var openings = await host.WithDbAsync(db => db.ActOpenings.Where(o => ballots.Contains(o.ActId)).ToListAsync());
        Assert.Equal(6, openings.Count);
        Assert.All(openings, o => Assert.Equal(OpeningState.Open, o.State));

        // Anybody recounts from the openings alone.
        var recount = openings.Where(o => o.Label == "pilihan").SelectMany(o => JsonSerializer.Deserialize<string[]>(o.Text())!).CountBy(c => c).ToDictionary();
        Assert.Equal([2, 1, 0], poll.Options.Select(o => recount.GetValueOrDefault(LedgerId.Of(o.Id))));
    }

    [Fact]
    public async Task The_database_counts_what_a_person_would_count_from_the_ballots()
    {
        var poll = await host.APollAsync(host.APlan() with { Kind = PollKind.SeveralChoices, ResultTiming = ResultTiming.Live });
        await BulkAsync(poll, 500);
        var ballots = await host.BallotsAsync(poll);
        var byHand = poll.Options.Select(o => ballots.Count(b => b.Choices.Contains(o.Id))).ToList();
        var told = await ApiResultAsync(poll);
        Assert.Equal(byHand, told.Counts!.Select(c => c.Votes));
        Assert.Equal(500, told.Ballots);
    }

    [Fact]
    public async Task Ten_thousand_ballots_cost_no_more_statements_than_ten()
    {
        var (small, large) = (await host.APollAsync(host.APlan() with { ResultTiming = ResultTiming.Live }), await host.APollAsync(host.APlan() with { ResultTiming = ResultTiming.Live }));
        await BulkAsync(small, 10);
        await BulkAsync(large, 10_000);
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        async Task<int> CountAsync(Poll poll) => await host.CountStatementsAsync(() => visitor.GetAsync(Urls.Poll(poll)));
        await CountAsync(small);
        var (few, many) = (await CountAsync(small), await CountAsync(large));
        Assert.True(few > 0);
        Assert.Equal(few, many);
        Assert.Equal(10_000, (await ApiResultAsync(large)).Ballots);
    }

    // Ballots of strangers, as many as it takes; each names the first options of the poll.
    private async Task BulkAsync(Poll poll, int count)
    {
        var options = poll.Options.Select(o => o.Id).ToArray();
        var most = poll.MostChoices;
        await host.WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into ballot_box.ballot (poll_id, nullifier, choices, cast_hour)
            select {poll.Id}, sha256(int8send(n)), ({options})[1 + n % 3 : 1 + n % 3 + n % {most}], '2026-11-24 02:00Z' from generate_series(1, {count}) n
            """));
    }

    private async Task<PollResultV1> ApiResultAsync(Poll poll) =>
        (await host.AVisitor().Http.GetFromJsonAsync<PollResultV1>(new Uri($"/api/v1/polls/{poll.Id}/result", UriKind.Relative)))!;

    private Task<string> LiveHtmlAsync(Poll poll) => host.AVisitor().Http.GetStringAsync(new Uri($"/live/poll-{poll.Id}?after=0", UriKind.Relative));

    private Task<long> LastNumberAsync(Poll poll)
    {
        var stream = Streams.Poll(poll.Id);
        return host.WithDbAsync(db => db.Set<LiveStream>().Where(s => s.Name == stream).Select(s => s.LastNumber).FirstAsync());
    }

    // The anonymous page is evicted from the cache when the event has been broadcast, a moment after the commit.
    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 100, "still not so");
            await Task.Delay(50);
        }
    }
}
