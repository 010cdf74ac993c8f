using System.Net;
using System.Net.Http.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Announcements;

public class AnnouncementTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_correction_shows_what_changed_and_why_and_keeps_the_earlier_version()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync("Jadwal wawancara", "Wawancara tanggal 5 Desember di aula.", official);
        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync(Urls.Announcement(announcement.Slug));
        await visitor.FollowAsync("main a[href$='/koreksi']");
        await visitor.SubmitAsync("main form button:not([name])", ("Body", "Wawancara tanggal 7 Desember di aula."), ("Reason", "Aula terpakai."));
        Assert.Equal(Urls.Announcement(announcement.Slug), visitor.Path);

        var page = await host.AVisitor().GetAsync(Urls.Announcement(announcement.Slug));
        Assert.Equal("Wawancara tanggal 7 Desember di aula.", page.QuerySelector("article .body")!.TextContent.Trim());
        Assert.Equal(["versi-2", "versi-1"], page.QuerySelectorAll(".history > li").Select(l => l.Id));
        var change = page.QuerySelector("#versi-2")!;
        Assert.Contains("Aula terpakai.", change.TextContent, StringComparison.Ordinal);
        Assert.Equal("5", WithoutHint(change.QuerySelector("del")!));
        Assert.Equal("7", WithoutHint(change.QuerySelector("ins")!));

        var earlier = await host.AVisitor().GetAsync(Urls.AnnouncementVersion(announcement.Slug, 1));
        Assert.Contains("5 Desember", earlier.QuerySelector(".body")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(earlier.QuerySelector(".notice"));
        Assert.Equal(["umum.terbit", "umum.ubah"], await host.KindsOfActsAsync(announcement.ObjectId));
    }

    [Fact]
    public async Task A_correction_without_a_reason_comes_back_with_the_words()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync(by: official);
        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync($"{Urls.Announcement(announcement.Slug)}/koreksi");
        await visitor.SubmitAsync("main form button:not([name])", ("Body", "Isi yang lain"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("#Reason", visitor.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal("Isi yang lain", visitor.Page.QuerySelector("#Body")!.TextContent);
        Assert.Equal(1, await host.WithDbAsync(db => db.AnnouncementVersions.CountAsync(v => v.AnnouncementId == announcement.Id)));
    }

    [Fact]
    public async Task Correctors_who_cross_are_told_what_stands_now()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync(by: official);
        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync($"{Urls.Announcement(announcement.Slug)}/koreksi");
        await host.CorrectAsync(announcement, official, "Dari orang lain");
        await visitor.SubmitAsync("main form button:not([name])", ("Body", "Dari saya"), ("Reason", "Sebab"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("Dari orang lain", visitor.Page.QuerySelector("details.notice")!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync("main form button:not([name])");
        Assert.Equal(3, (await host.WithDbAsync(db => db.Announcements.SingleAsync(a => a.Id == announcement.Id))).Number);
    }

    [Fact]
    public async Task A_withdrawn_announcement_stays_with_its_reason()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync("Terlalu dini", "Isi yang ditarik.", official, host.Now.AddDays(3));
        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync($"{Urls.Announcement(announcement.Slug)}/tarik");
        await visitor.SubmitAsync("main form button", ("Reason", "Belum disetujui BKN."));
        var page = await host.AVisitor().GetAsync(Urls.Announcement(announcement.Slug));
        Assert.Contains("Belum disetujui BKN.", page.QuerySelector("article .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Isi yang ditarik.", page.QuerySelector("article details .body")!.TextContent, StringComparison.Ordinal);
        var line = (await host.AVisitor().GetAsync("/pengumuman")).QuerySelector($"#announcement-line-{announcement.Id}")!;
        Assert.Contains("Belum disetujui BKN.", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(["umum.terbit", "umum.tarik"], await host.KindsOfActsAsync(announcement.ObjectId));
        await visitor.GetAsync($"{Urls.Announcement(announcement.Slug)}/koreksi");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task Another_offices_announcement_cannot_be_corrected_or_withdrawn()
    {
        var announcement = await host.AnAnnouncementAsync();
        var stranger = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat, office: "Inspektorat"));
        await stranger.GetAsync(Urls.Announcement(announcement.Slug));
        Assert.Null(stranger.Page.QuerySelector("main a[href$='/koreksi']"));
        await stranger.GetAsync($"{Urls.Announcement(announcement.Slug)}/koreksi");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task A_pinned_one_stands_above_and_goes_back_to_its_place_when_its_time_is_over()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync("Penting sekali", by: official);
        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync("/pengumuman/kelola");
        await visitor.SubmitAsync($"#announcement-{announcement.Id} form", ("pinnedUntil", Wib(host.Now.AddDays(1))));
        var page = await visitor.GetAsync("/pengumuman");
        Assert.NotNull(page.QuerySelector($"#pinned > #announcement-pinned-{announcement.Id}"));
        Assert.Null(page.QuerySelector($"#announcement-line-{announcement.Id}"));

        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.RunPublishJobAsync();
        Assert.Null((await host.WithDbAsync(db => db.Announcements.SingleAsync(a => a.Id == announcement.Id))).Pin);
        page = await visitor.GetAsync("/pengumuman");
        Assert.NotNull(page.QuerySelector($"#announcements > #announcement-line-{announcement.Id}"));
        Assert.Null(page.QuerySelector($"#announcement-pinned-{announcement.Id}"));
        Assert.Equal(["umum.terbit"], await host.KindsOfActsAsync(announcement.ObjectId));
    }

    [Fact]
    public async Task The_list_goes_on_by_cursor_and_misses_none()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var made = new List<long>();
        for (var i = 0; i < 45; i++) made.Add((await host.AnAnnouncementAsync($"Nomor {i}", by: official)).Id);
        var seen = new List<string>();
        var visitor = host.AVisitor();
        await visitor.GetAsync("/pengumuman");
        while (true)
        {
            seen.AddRange(visitor.Page.QuerySelectorAll("#announcements > li").Select(l => l.Id!));
            if (visitor.Page.QuerySelector(".pager a[rel=next]") is null) break;
            await visitor.FollowAsync(".pager a[rel=next]");
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.All(made, id => Assert.Contains($"announcement-line-{id}", seen));
    }

    [Fact]
    public async Task The_list_costs_the_same_statements_however_many_there_are()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        await host.AnAnnouncementAsync(by: official);
        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync("/pengumuman");
        var few = await host.CountOwnStatementsAsync(() => visitor.GetAsync("/pengumuman"));
        for (var i = 0; i < 15; i++) await host.AnAnnouncementAsync(by: official);
        var many = await host.CountOwnStatementsAsync(() => visitor.GetAsync("/pengumuman"));
        Assert.True(few > 0);
        Assert.Equal(few, many);
    }

    [Fact]
    public async Task Whoever_watches_gets_the_line_the_page_and_the_board_as_the_pages_have_them()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync("Langsung tampil", by: official);
        var before = await host.WithDbAsync(db => db.Set<LiveStream>().Where(s => s.Name == Streams.Announcements).Select(s => s.LastNumber).SingleAsync());
        await host.CorrectAsync(announcement, official, "Isi yang *baru*.");
        var answer = await host.AVisitor().Http.GetFromJsonAsync<LiveAnswer>(new Uri($"/live/announcements?after={before}", UriKind.Relative));
        Assert.False(answer!.Reload);
        var html = string.Concat(answer.Events.Select(e => e.Html));
        var visitor = host.AVisitor();
        Assert.Contains((await visitor.GetAsync("/pengumuman")).QuerySelector($"#announcement-line-{announcement.Id} h2")!.InnerHtml, html, StringComparison.Ordinal);
        Assert.Contains((await visitor.GetAsync(Urls.Announcement(announcement.Slug))).QuerySelector("article .body")!.InnerHtml, html, StringComparison.Ordinal);
        Assert.Contains($"id=\"announcement-pinned-{announcement.Id}\" data-live-remove", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_words_of_an_official_come_out_harmless()
    {
        var announcement = await host.AnAnnouncementAsync("<script>alert(1)</script>", "<img src=x onerror=alert(1)> [x](javascript:alert(1)) <style>*{}</style>");
        foreach (var address in new[] { "/pengumuman", Urls.Announcement(announcement.Slug), Urls.AnnouncementVersion(announcement.Slug, 1) })
        {
            var page = await host.AVisitor().GetAsync(address);
            Assert.NotNull(page.QuerySelector("main"));
            Assert.Null(page.QuerySelector("main script, main img, main style, main a[href^='javascript']"));
        }
    }

    [Fact]
    public async Task What_is_nowhere_is_not_found()
    {
        var visitor = host.AVisitor();
        foreach (var address in new[] { "/pengumuman/tidak-ada", "/pengumuman/tidak-ada/versi/1", "/pengumuman/tidak-ada/versi/1.md" })
        {
            await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
    }

    private static string WithoutHint(AngleSharp.Dom.IElement element)
    {
        foreach (var hint in element.QuerySelectorAll(".sr-only").ToList()) hint.Remove();
        return element.TextContent;
    }

    private static string Wib(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
