using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Features.Discussions;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Bungo.Forum.Web.Tests.Features.Polls;

namespace Bungo.Forum.Web.Tests.Features.Discussions;

public class OwnInputsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to()
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync(Urls.OwnInputs);
        Assert.StartsWith(Urls.SignIn, visitor.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_nothing_is_led_to_the_consultations()
    {
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        var page = await visitor.GetAsync(Urls.OwnInputs);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.NotNull(page.QuerySelector($".empty a[href='{Urls.Consultations}']"));
        Assert.Empty(page.QuerySelectorAll("li.own-input"));
    }

    [Fact]
    public async Task Own_posts_stand_newest_first_with_the_office_that_answered_and_nobody_elses()
    {
        var (rahmi, office) = (await host.AnAccountAsync(), await host.AnAccountAsync(Role.Pejabat));
        var topic = await host.ATopicAsync(title: "Bukti pengalaman");
        var first = await host.APostAsync(topic, rahmi, "Masukan pertama.");
        await host.APostAsync(topic, await host.AnAccountAsync(), "Masukan orang lain.");
        var answer = await host.APostAsync(topic, office, "Sudah kami catat.", first);
        await host.APostAsync(topic, rahmi, "Masukan kedua.");
        var page = await (await host.AVisitorAsync(rahmi)).GetAsync(Urls.OwnInputs);
        var items = page.QuerySelectorAll("li.own-input");
        Assert.Equal(2, items.Length);
        Assert.Contains("Masukan kedua.", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Ditanggapi", items[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(Urls.Post(topic, answer.Number), items[1].QuerySelector(".answered a")!.GetAttribute("href"));
        Assert.DoesNotContain("orang lain", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_post_says_so_without_its_words_and_a_hidden_one_gives_the_reason_with_them()
    {
        var rahmi = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        var withdrawn = await host.APostAsync(topic, rahmi, "Kata yang ditarik.");
        var hidden = await host.APostAsync(topic, rahmi, "Kata yang disembunyikan.");
        var author = await host.AVisitorAsync(rahmi);
        await author.GetAsync($"/diskusi/kiriman/{withdrawn.Id}/tarik");
        await author.SubmitAsync("main form");
        var decision = await host.HideAsync(hidden);
        var items = (await author.GetAsync(Urls.OwnInputs)).QuerySelectorAll("li.own-input");
        Assert.Contains(decision.Reason, items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Kata yang disembunyikan.", items[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(items[0].QuerySelector($"a[href='{Urls.Decision(decision.Id)}']"));
        Assert.Contains("Anda tarik", items[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Kata yang ditarik.", items[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_paged_and_no_one_is_lost_or_told_twice()
    {
        var rahmi = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        for (var i = 0; i < OwnInputsPage.PageSize + 3; i++) await host.APostAsync(topic, rahmi, $"Masukan {i}.");
        var visitor = await host.AVisitorAsync(rahmi);
        var seen = (await visitor.GetAsync(Urls.OwnInputs)).QuerySelectorAll("li.own-input h2 a").Select(a => a.GetAttribute("href")).ToList();
        await visitor.FollowAsync(".pager a[rel=next]");
        seen.AddRange(visitor.Page.QuerySelectorAll("li.own-input h2 a").Select(a => a.GetAttribute("href")));
        Assert.Equal(OwnInputsPage.PageSize + 3, seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Null(visitor.Page.QuerySelector(".pager a[rel=next]"));
    }

    [Fact]
    public async Task An_open_poll_voted_in_is_named_without_the_choice_and_a_closed_one_is_not()
    {
        var rahmi = await host.AnAccountAsync(verified: true);
        var poll = await host.APollAsync(host.APlan() with { Question = "Di mana sosialisasi diadakan?" });
        await host.VoteAsync(poll, rahmi, 1);
        var visitor = await host.AVisitorAsync(rahmi);
        var votes = (await visitor.GetAsync(Urls.OwnInputs)).QuerySelector("aside")!;
        Assert.Contains("Di mana sosialisasi diadakan?", votes.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(poll.Options[1].Label, votes.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Di mana sosialisasi", (await (await host.AVisitorAsync(await host.AnAccountAsync())).GetAsync(Urls.OwnInputs)).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(PollState.Open, poll.StateAt(host.Now));
    }
}
