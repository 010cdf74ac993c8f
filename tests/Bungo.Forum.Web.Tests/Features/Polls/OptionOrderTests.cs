using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Platform;

namespace Bungo.Forum.Web.Tests.Features.Polls;

/// <summary>What stands first is chosen more often; nobody's option should stand first for everybody.</summary>
public class OptionOrderTests(ForumHost host) : IClassFixture<ForumHost>
{
    private static readonly string[] Labels = ["Satu", "Dua", "Tiga", "Empat", "Lima", "Enam"];

    [Fact]
    public async Task Each_voter_has_an_order_of_their_own_that_stays_and_the_result_has_the_published_one()
    {
        var poll = await host.APollAsync(host.APlan() with { Options = Labels, ResultTiming = ResultTiming.Live });
        var orders = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
            var shown = await ShownAsync(visitor, poll);
            Assert.Equal(Labels.Order(), shown.Order());
            Assert.Equal(shown, await ShownAsync(visitor, poll));
            orders.Add(string.Join(' ', shown));

            // The order is only a look: what is ticked is what counts.
            var third = shown[2];
            var value = visitor.Page.QuerySelectorAll("input[name=pilihan]").Single(o => o.ParentElement!.TextContent.Trim() == third).GetAttribute("value")!;
            await visitor.SubmitAsync("form[id^=poll-vote] button", ("pilihan", value));
            Assert.Equal(third, visitor.Page.QuerySelector("input[name=pilihan][checked]")!.ParentElement!.TextContent.Trim());
            Assert.Equal(Labels, visitor.Page.QuerySelectorAll("table th[scope=row]").Select(h => h.FirstChild!.TextContent.Trim()));
        }

        Assert.True(orders.Distinct().Count() >= 4, string.Join("; ", orders));
    }

    [Fact]
    public async Task One_voters_order_in_another_poll_is_another()
    {
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        var orders = new HashSet<string>();
        for (var i = 0; i < 4; i++) orders.Add(string.Join(' ', await ShownAsync(visitor, await host.APollAsync(host.APlan() with { Options = Labels }))));
        Assert.True(orders.Count >= 3, string.Join("; ", orders));
    }

    private static async Task<List<string>> ShownAsync(Visitor visitor, Poll poll) =>
        [.. (await visitor.GetAsync(Urls.Poll(poll))).QuerySelectorAll("form[id^=poll-vote] label").Select(l => l.TextContent.Trim())];
}
