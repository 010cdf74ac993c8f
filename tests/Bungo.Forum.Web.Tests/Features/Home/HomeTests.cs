using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Announcements;

namespace Bungo.Forum.Web.Tests.Features.Home;

public class NewSiteTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_new_site_says_so_and_how_to_take_part()
    {
        var page = await host.AVisitor().GetAsync("/");
        Assert.NotNull(page.QuerySelector("main .empty"));
        Assert.Equal(3, page.QuerySelectorAll("ol.how > li").Length);
        Assert.Null(page.QuerySelector("dl.figures"));
    }

    [Fact]
    public async Task The_page_about_the_forum_tells_how_to_check_it()
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync("/");
        await visitor.FollowAsync("main a[href='/tentang#periksa']");
        Assert.NotNull(visitor.Page.QuerySelector("#periksa"));
    }
}

public class HomeTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task News_answers_and_figures_stand_on_the_front_page()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync("Kabar baru", by: official);
        var topic = await host.ATopicAsync(title: "Bobot pengalaman");
        var input = await host.APostAsync(topic, body: "Mengapa 15 persen?");
        await host.APostAsync(topic, body: "Belum dijawab");
        await host.APostAsync(topic, official, "Karena **pedoman** nasional.", input);

        var consultation = await host.AnOpenConsultationAsync("Kriteria bidan");

        var page = await host.AVisitor().GetAsync("/?segar=1");
        var card = page.QuerySelector($".cards a[href='{Urls.Consultation(consultation)}']")!.Closest("li")!;
        Assert.Contains("5 hari lagi", card.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main .empty"));
        Assert.NotNull(page.QuerySelector($"a[href='{Urls.Announcement(announcement.Slug)}']"));
        var answer = page.QuerySelector("#jawaban ~ ul li")!;
        Assert.Equal(Urls.Post(topic, 3), answer.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Karena pedoman nasional.", answer.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "1 50%"], page.QuerySelectorAll("dl.figures dd").Select(d => d.TextContent));
    }

}

public class HomeCostTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task The_front_page_costs_the_same_statements_however_much_there_is()
    {
        var member = await host.AnAccountAsync();
        var topic = await host.ATopicAsync(member);
        await host.APostAsync(topic, member);
        var visitor = await host.AVisitorAsync(member);
        await visitor.GetAsync("/");
        var few = await host.CountOwnStatementsAsync(() => visitor.GetAsync("/"));
        for (var i = 0; i < 20; i++) await host.APostAsync(topic, member, $"Tulisan {i}");
        await host.AnAnnouncementAsync();
        Assert.True(few > 0);
        Assert.Equal(few, await host.CountOwnStatementsAsync(() => visitor.GetAsync("/")));
    }
}
