using System.Net.Http.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

public class LogTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task The_log_is_read_page_by_page_by_measure_rule_and_period()
    {
        var moderator = await host.AnAccountAsync(Role.Moderator);
        var decisions = new List<Decision>();
        for (var i = 0; i < 60; i++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            decisions.Add(await host.LockAsync(await host.ATopicAsync(), moderator, Desk.Grounds with { Rule = i % 2 == 0 ? "T-1" : "T-8" }));
        }

        var reader = await host.AVisitorAsync(await host.AnAccountAsync());
        await reader.GetAsync(Urls.ModerationLog);
        var first = Rows(reader);
        Assert.Equal(50, first.Count);
        await reader.FollowAsync("a[rel=next]");
        var ours = decisions.Select(d => $"decision-{d.Id}").Reverse().ToList();
        Assert.Equal(ours, first.Concat(Rows(reader)).Where(ours.Contains));

        await reader.GetAsync($"{Urls.ModerationLog}?tindakan=kunci&pasal=T-8");
        Assert.Equal(ours.Where((_, i) => i % 2 == 0), Rows(reader).Where(ours.Contains));
        await reader.GetAsync($"{Urls.ModerationLog}?tindakan=sembunyikan&pasal=T-8");
        Assert.DoesNotContain(Rows(reader), ours.Contains);

        // 24 November 09.00 WIB and an hour more each: the 25th begins with the 15th decision.
        await reader.GetAsync($"{Urls.ModerationLog}?dari=2026-11-24&sampai=2026-11-24");
        Assert.Equal(decisions.Take(14).Select(d => $"decision-{d.Id}").Reverse(), Rows(reader).Where(ours.Contains));
        await reader.GetAsync($"{Urls.ModerationLog}?dari=9999-99-99&sampai=x&tindakan=x&pasal=x&setelah=x.y");
        Assert.Equal(50, Rows(reader).Count);
    }

    [Fact]
    public async Task A_longer_log_or_queue_takes_no_more_statements()
    {
        var moderator = await host.AnAccountAsync(Role.Moderator);
        var visitor = await host.AVisitorAsync(moderator);
        var topic = await host.ATopicAsync();
        await host.HideAsync(await host.APostAsync(topic), moderator);
        await host.FlagAsync(await host.APostAsync(topic), note: "Satu");
        await visitor.GetAsync(Urls.ModerationLog);
        await visitor.GetAsync(Urls.Moderation);
        var log = await host.FewestStatementsAsync(visitor, Urls.ModerationLog);
        var queue = await host.FewestStatementsAsync(visitor, Urls.Moderation);
        Assert.True(log > 0 && queue > 0);
        for (var i = 0; i < 8; i++)
        {
            await host.HideAsync(await host.APostAsync(topic), moderator);
            await host.FlagAsync(await host.APostAsync(topic), note: "Lagi");
        }

        Assert.Equal(log, await host.FewestStatementsAsync(visitor, Urls.ModerationLog));
        Assert.Equal(queue, await host.FewestStatementsAsync(visitor, Urls.Moderation));
    }

    [Fact]
    public async Task The_queue_begins_with_the_most_flagged_and_among_equals_with_the_oldest()
    {
        var topic = await host.ATopicAsync();
        var (young, old, many) = (await host.APostAsync(topic), await host.APostAsync(topic), await host.APostAsync(topic));
        foreach (var post in new[] { old, young, many, many, many })
        {
            await host.FlagAsync(post);
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));
        var order = await WholeQueueAsync(moderator);
        Assert.Equal([$"kiriman-{many.Id}", $"kiriman-{old.Id}", $"kiriman-{young.Id}"], order.Where(id => new[] { many, old, young }.Any(p => id == $"kiriman-{p.Id}")));
    }

    [Fact]
    public async Task A_long_queue_is_read_page_by_page_and_nothing_twice()
    {
        var topic = await host.ATopicAsync();
        var reader = await host.AnAccountAsync();
        for (var i = 0; i < 25; i++) await host.FlagAsync(await host.APostAsync(topic), by: reader);
        var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));
        var seen = await WholeQueueAsync(moderator);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(await host.WithDbAsync(db => db.Dockets.CountAsync(d => d.OpenCount > 0)), seen.Count);
    }

    [Fact]
    public async Task The_file_tells_codes_and_reasons_and_no_formula()
    {
        var decision = await host.LockAsync(await host.ATopicAsync(), grounds: new Grounds("T-6", "=HYPERLINK(\"http://jahat.example\")\nbaris kedua", DecisionSource.Order, "B/12/2026"));
        using var answer = await host.AVisitor().Http.GetAsync(new Uri(Urls.ModerationLog + ".csv?pasal=T-6", UriKind.Relative));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("putusan,waktu,tindakan,", text, StringComparison.Ordinal);
        Assert.Contains($"\r\n{decision.Id},", text, StringComparison.Ordinal);
        Assert.Contains(",kunci,topik,T-6,1,perintah,0,B/12/2026,tidak,Dinas Kominfo,,,\"'=HYPERLINK(\"\"http://jahat.example\"\")\nbaris kedua\",", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",T-4,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_appears_in_the_log_of_whoever_watches_with_the_html_the_page_has()
    {
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync()));
        var number = await host.WithDbAsync(db => db.StreamEvents.Where(e => e.Stream == Streams.Moderation && e.Target == $"decision-{decision.Id}").Select(e => e.Number).SingleAsync());
        var answer = await host.AVisitor().Http.GetFromJsonAsync<LiveAnswer>(new Uri($"/live/{Streams.Moderation}?after={number - 1}", UriKind.Relative));
        var row = (await host.AVisitor().GetAsync(Urls.ModerationLog)).QuerySelector($"#decision-{decision.Id}")!;
        Assert.Contains(row.QuerySelector("td")!.InnerHtml, answer!.Events[0].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_can_be_read_by_everybody_in_both_languages()
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync(Urls.Rules);
        Assert.All(Rules.Current.Articles, a => Assert.Contains(a.TitleId, visitor.Page.GetElementById(a.Code)!.TextContent, StringComparison.Ordinal));
        await visitor.GetAsync("/bahasa/en?kembali=/tata-tertib");
        Assert.All(Rules.Current.Articles, a => Assert.Contains(a.TitleEn, visitor.Page.GetElementById(a.Code)!.TextContent, StringComparison.Ordinal));
    }

    private static List<string> Rows(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("tbody#log > tr").Select(r => r.Id!)];

    private static async Task<List<string>> WholeQueueAsync(Visitor moderator)
    {
        var ids = new List<string>();
        await moderator.GetAsync(Urls.Moderation);
        while (true)
        {
            ids.AddRange(moderator.Page.QuerySelectorAll("ol.queue > li").Select(li => li.Id!));
            if (moderator.Page.QuerySelector("a[rel=next]") is null) return ids;
            await moderator.FollowAsync("a[rel=next]");
        }
    }
}
