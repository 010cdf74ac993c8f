using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Announcements;

public class WriteTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task An_official_saves_a_draft_that_nobody_else_sees()
    {
        var visitor = await AnOfficialWritingAsync();
        await visitor.SubmitAsync("main form button:not([name])", ("Subject", "Rahasia dulu"), ("Body", ""));
        Assert.Equal("/pengumuman/kelola", visitor.Path);
        Assert.Contains(visitor.Page.QuerySelectorAll("#konsep ~ ul h3"), h => h.TextContent == "Rahasia dulu");
        foreach (var address in new[] { "/pengumuman", "/pengumuman/rahasia-dulu" })
            Assert.DoesNotContain("Rahasia dulu", (await host.AVisitor().GetAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_puts_it_before_everybody_and_leaves_the_act_with_the_digest()
    {
        var visitor = await AnOfficialWritingAsync();
        await visitor.SubmitAsync("button[value=terbitkan]", ("Subject", "Jadwal SKD"), ("Body", "Tanggal **5 Desember 2026**."));
        Assert.Equal("/pengumuman/jadwal-skd", visitor.Path);
        Assert.Equal("5 Desember 2026", visitor.Page.QuerySelector("article .body strong")!.TextContent);

        var announcement = await host.WithDbAsync(db => db.Announcements.SingleAsync(a => a.Slug == "jadwal-skd"));
        var act = await host.WithDbAsync(db => db.RecordedActs.SingleAsync(a => a.ObjectId == announcement.ObjectId));
        Assert.Equal("umum.terbit", act.Kind);
        var leaf = Bungo.Forum.Ledger.Leaf.Parse(act.Leaf);
        using var http = new HttpClient { BaseAddress = host.Address };
        var document = await http.GetByteArrayAsync(new Uri("/pengumuman/jadwal-skd/versi/1.md", UriKind.Relative));
        Assert.Equal(Bungo.Forum.Ledger.DocumentDigest.Of(document, "text/markdown"), leaf.Documents["naskah"]);
        Assert.Contains(leaf.Documents["naskah"].Sha256, (await host.AVisitor().GetAsync("/pengumuman/jadwal-skd/versi/1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await host.WithDbAsync(db => db.AnnouncementDrafts.CountAsync(d => d.Title == "Jadwal SKD")));
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_keeps_what_was_typed()
    {
        var visitor = await AnOfficialWritingAsync();
        await visitor.SubmitAsync("button[name=preview]", ("Subject", "Belum"), ("Body", "*miring*"), ("PublishAt", "2026-12-01T08:00"), ("PinnedUntil", "2026-12-05"));
        Assert.Equal("miring", visitor.Page.QuerySelector(".preview em")!.TextContent);
        Assert.Equal(("Belum", "2026-12-01T08:00", "2026-12-05"), (Value(visitor, "Subject"), Value(visitor, "PublishAt"), Value(visitor, "PinnedUntil")));
        Assert.Equal(0, await host.WithDbAsync(db => db.AnnouncementDrafts.CountAsync(d => d.Title == "Belum")));
    }

    [Theory]
    [InlineData("", "Isi", "", "#Subject")]
    [InlineData("Judul", "", "", "#Body")]
    [InlineData("Judul", "Isi", "2020-01-01", "#PinnedUntil")]
    [InlineData("Judul", "Isi", "kapan-kapan", "#PinnedUntil")]
    public async Task A_refusal_gives_the_form_back_and_leads_to_the_field(string title, string body, string pin, string field)
    {
        var visitor = await AnOfficialWritingAsync();
        await visitor.SubmitAsync("button[value=terbitkan]", ("Subject", title), ("Body", body), ("PinnedUntil", pin));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(field, visitor.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal("true", visitor.Page.QuerySelector(field)!.GetAttribute("aria-invalid"));
        Assert.Equal((title, body), (Value(visitor, "Subject"), visitor.Page.QuerySelector("#Body")!.TextContent));
    }

    [Fact]
    public async Task A_scheduled_announcement_appears_when_the_job_runs_after_its_minute_and_not_before()
    {
        var visitor = await AnOfficialWritingAsync();
        await visitor.SubmitAsync("button[value=jadwalkan]", ("Subject", "Besok terbit"), ("Body", "Isi"), ("PublishAt", "2026-11-25T08:00"));
        Assert.Contains("25 November 2026 pukul 08.00 WIB", visitor.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 0, 59, 59, TimeSpan.Zero));
        await host.RunPublishJobAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync("/pengumuman/besok-terbit"));

        host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 1, 0, 0, TimeSpan.Zero));
        await host.RunPublishJobAsync();
        await host.RunPublishJobAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync("/pengumuman/besok-terbit"));
        var announcement = await host.WithDbAsync(db => db.Announcements.SingleAsync(a => a.Slug == "besok-terbit"));
        Assert.Equal(["umum.terbit"], await host.KindsOfActsAsync(announcement.ObjectId));
    }

    [Fact]
    public async Task A_schedule_can_be_moved_by_saving_and_cancelled()
    {
        var visitor = await AnOfficialWritingAsync();
        await visitor.SubmitAsync("button[value=jadwalkan]", ("Subject", "Digeser"), ("Body", "Isi"), ("PublishAt", "2026-12-20T08:00"));
        await visitor.FollowAsync("#terjadwal ~ ul a");
        await visitor.SubmitAsync("main form button:not([name])", ("PublishAt", "2026-12-21T09:30"));
        var moved = await host.WithDbAsync(db => db.AnnouncementDrafts.SingleAsync(d => d.Title == "Digeser"));
        Assert.Equal(new DateTimeOffset(2026, 12, 21, 2, 30, 0, TimeSpan.Zero), moved.Schedule!.At);
        await visitor.FollowAsync("#terjadwal ~ ul a");
        await visitor.SubmitAsync("button[value=tunda]");
        Assert.Null((await host.WithDbAsync(db => db.AnnouncementDrafts.SingleAsync(d => d.Title == "Digeser"))).Schedule);
    }

    [Fact]
    public async Task Sending_the_same_form_many_times_at_once_publishes_once()
    {
        var visitor = await AnOfficialWritingAsync();
        var fields = visitor.Page.QuerySelectorAll("main form input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Concat([new("Subject", "Sekali saja"), new("Body", "Isi"), new("aksi", "terbitkan")]).ToArray();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var content = new FormUrlEncodedContent(fields);
            using var response = await visitor.Http.PostAsync(new Uri("/pengumuman/tulis", UriKind.Relative), content);
            return response.RequestMessage!.RequestUri!.AbsolutePath;
        }));
        Assert.All(answers, a => Assert.Equal("/pengumuman/sekali-saja", a));
        Assert.Equal(1, await host.WithDbAsync(db => db.Announcements.CountAsync(a => a.Title == "Sekali saja")));
    }

    [Fact]
    public async Task Two_with_the_same_title_get_addresses_of_their_own_even_at_once()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var published = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.AnAnnouncementAsync("Kelola", by: official)));
        Assert.Equal(6, published.Select(a => a.Slug).Distinct().Count());
        Assert.DoesNotContain("kelola", published.Select(a => a.Slug));
    }

    [Fact]
    public async Task Who_saves_over_a_colleagues_change_is_told_and_may_insist()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var draft = await host.ADraftAsync(official, "Bersama");
        var (first, second) = (await host.AVisitorAsync(official), await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat)));
        await first.GetAsync($"/pengumuman/tulis/{draft.Id}");
        await second.GetAsync($"/pengumuman/tulis/{draft.Id}");
        await first.SubmitAsync("main form button:not([name])", ("Body", "Dari yang pertama"));
        await second.SubmitAsync("main form button:not([name])", ("Body", "Dari yang kedua"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal("Dari yang kedua", second.Page.QuerySelector("#Body")!.TextContent);
        await second.SubmitAsync("main form button:not([name])");
        Assert.Equal("Dari yang kedua", (await host.WithDbAsync(db => db.AnnouncementDrafts.SingleAsync(d => d.Id == draft.Id))).Body);
    }

    [Fact]
    public async Task A_draft_is_deleted_only_by_its_office()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var draft = await host.ADraftAsync(official, "Dibuang");
        var stranger = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat, office: "Inspektorat"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync(new Uri($"/pengumuman/tulis/{draft.Id}", UriKind.Relative))).StatusCode);
        await stranger.GetAsync("/pengumuman/kelola");
        Assert.DoesNotContain("Dibuang", stranger.Page.Body!.TextContent, StringComparison.Ordinal);

        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync("/pengumuman/kelola");
        await visitor.SubmitAsync($"form:has(input[name=id][value='{draft.Id}'])");
        Assert.Equal(0, await host.WithDbAsync(db => db.AnnouncementDrafts.CountAsync(d => d.Id == draft.Id)));
    }

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public async Task Nobody_but_officials_gets_in(Role role)
    {
        var announcement = await host.AnAnnouncementAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
        foreach (var address in new[] { "/pengumuman/kelola", "/pengumuman/tulis", $"{Urls.Announcement(announcement.Slug)}/koreksi", $"{Urls.Announcement(announcement.Slug)}/tarik" })
        {
            await visitor.GetAsync(address);
            Assert.Null(visitor.Page.QuerySelector("main form[method=post] textarea"));
            Assert.NotEqual(address, visitor.Status == HttpStatusCode.OK ? visitor.Path : "");
        }
    }

    private async Task<Visitor> AnOfficialWritingAsync()
    {
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await visitor.GetAsync("/pengumuman/tulis");
        return visitor;
    }

    private static string? Value(Visitor visitor, string id) => visitor.Page.QuerySelector("#" + id)!.GetAttribute("value") ?? "";

    private async Task<HttpStatusCode> StatusOfAsync(string address)
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync(address);
        return visitor.Status;
    }
}
