using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Announcements;

public class AnnouncementsApiTests(ForumHost host) : IClassFixture<ForumHost>
{
    private static readonly Uri All = new("/api/v1/announcements", UriKind.Relative);

    [Fact]
    public async Task An_official_publishes_and_everybody_reads_it_and_the_ledger_has_its_act()
    {
        var program = await host.AProgramAsync(await host.AnAccountAsync(Role.Pejabat));
        using var created = await program.PostAsJsonAsync(All, new { title = "Jadwal SKD berubah", body = "Bawa:\n\n- **KTP**\n- kartu ujian", pinnedUntil = host.Now.AddDays(2) });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var told = (await created.Content.ReadFromJsonAsync<AnnouncementWrittenV1>())!;
        Assert.Equal(("jadwal-skd-berubah", 1), (told.Slug, told.Number));
        Assert.Equal("/pengumuman/jadwal-skd-berubah", created.Headers.Location!.OriginalString);
        Assert.Equal("Jadwal SKD berubah", (await host.AVisitor().GetAsync(created.Headers.Location.OriginalString)).QuerySelector("h1")!.TextContent.Trim());

        var row = await host.WithDbAsync(db => db.Announcements.SingleAsync(a => a.Id == told.Id));
        var act = await host.WithDbAsync(db => db.RecordedActs.SingleAsync(a => a.ObjectId == row.ObjectId));
        Assert.Equal(("umum.terbit", told.ActId), (act.Kind, Bungo.Forum.Web.PublicActs.LedgerId.Of(act.ActId)));

        var read = (await FindAsync(told.Id))!;
        Assert.Equal((true, 0, "Bawa:\nKTP\nkartu ujian"), (read.Pinned, read.Corrections, read.Text));
        Assert.Contains("<strong>KTP</strong>", read.Html, StringComparison.Ordinal);
        Assert.Null(read.Withdrawn);
    }

    [Fact]
    public async Task It_tells_of_corrections_and_withdrawals_as_the_feed_does()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync("Yang dikoreksi", by: official);
        await host.CorrectAsync(announcement, official, "Isi yang benar.", "Salah tanggal.");
        var read = (await FindAsync(announcement.Id))!;
        Assert.Equal((1, "Isi yang benar."), (read.Corrections, read.Body));
        Assert.Contains("Salah tanggal.", read.Html, StringComparison.Ordinal);

        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync($"{Urls.Announcement(announcement.Slug)}/tarik");
        await visitor.SubmitAsync("main form button", ("Reason", "Batal seluruhnya."));
        read = (await FindAsync(announcement.Id))!;
        Assert.Equal("Batal seluruhnya.", read.Withdrawn!.Reason);
        Assert.DoesNotContain("Isi yang benar.", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_and_a_scheduled_one_are_not_out_yet()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var program = await host.AProgramAsync(official);
        using var draft = await program.PostAsJsonAsync(All, new { title = "Baru konsep", state = "draft" });
        using var scheduled = await program.PostAsJsonAsync(All, new { title = "Besok terbit", body = "Isi.", publishAt = host.Now.AddHours(1) });
        foreach (var answer in new[] { draft, scheduled })
        {
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            var told = (await answer.Content.ReadFromJsonAsync<AnnouncementWrittenV1>())!;
            Assert.Equal((null, null, null), (told.Slug, told.Number, told.ActId));
            Assert.Equal($"/pengumuman/tulis/{told.Id}", answer.Headers.Location!.OriginalString);
        }

        Assert.DoesNotContain(await ReadAllAsync(), a => a.Title is "Baru konsep" or "Besok terbit");
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await host.RunPublishJobAsync();
        Assert.Contains(await ReadAllAsync(), a => a.Title == "Besok terbit");
        Assert.Contains("Baru konsep", (await (await host.AVisitorAsync(official)).GetAsync("/pengumuman/kelola")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":"","body":"Isi."}""", HttpStatusCode.UnprocessableEntity, "announcement-title-missing")]
    [InlineData("""{"title":"Tanpa isi"}""", HttpStatusCode.UnprocessableEntity, "announcement-body-missing")]
    [InlineData("""{"title":"Kapan","body":"Isi.","state":"scheduled"}""", HttpStatusCode.UnprocessableEntity, "announcement-schedule-missing")]
    [InlineData("""{"title":"Lampau","body":"Isi.","publishAt":"2020-01-01T00:00:00Z"}""", HttpStatusCode.UnprocessableEntity, "announcement-scheduled-in-the-past")]
    [InlineData("""{"title":"Sematan","body":"Isi.","pinnedUntil":"2020-01-01T00:00:00Z"}""", HttpStatusCode.UnprocessableEntity, "announcement-pin-ends-too-early")]
    [InlineData("""{"title":"Ragu","body":"Isi.","state":"mungkin"}""", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"title":"Ragu","body":"Isi.","state":"published","publishAt":"2030-01-01T00:00:00Z"}""", HttpStatusCode.BadRequest, null)]
    public async Task A_refusal_is_problem_details_and_leaves_nothing(string sent, HttpStatusCode status, string? type)
    {
        var program = await host.AProgramAsync(await host.AnAccountAsync(Role.Pejabat, office: $"Kantor {Guid.NewGuid():N}"));
        using var content = new StringContent(sent, System.Text.Encoding.UTF8, "application/json");
        using var answer = await program.PostAsync(All, content);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        if (type is not null) Assert.Equal(type, problem.RootElement.GetProperty("type").GetString());
        Assert.Equal(0, await host.WithDbAsync(db => db.AnnouncementDrafts.CountAsync(d => d.Title == "Ragu" || d.Title == "Sematan" || d.Title == "Lampau")));
    }

    [Fact]
    public async Task The_same_request_sent_again_is_answered_as_the_first()
    {
        var program = await host.AProgramAsync(await host.AnAccountAsync(Role.Pejabat));
        program.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await program.PostAsJsonAsync(All, new { title = "Satu kali lewat API", body = "Isi." });
            return (answer.StatusCode, answer.Headers.Location!.OriginalString, Body: await answer.Content.ReadAsStringAsync());
        }));
        Assert.All(answers, a => Assert.Equal(answers[0], a));
        Assert.Equal(1, await host.WithDbAsync(db => db.Announcements.CountAsync(a => a.Title == "Satu kali lewat API")));
    }

    [Fact]
    public async Task The_cursor_walks_over_all_once_newest_first()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        for (var i = 0; i < 105; i++) await host.AnAnnouncementAsync($"Halaman {i}", by: official);
        using var http = new HttpClient { BaseAddress = host.Address };
        var first = (await http.GetFromJsonAsync<Slice<AnnouncementV1>>(All))!;
        Assert.Equal(100, first.Items.Count);
        var all = await ReadAllAsync();
        Assert.Equal(all.Count, all.Select(a => a.Id).Distinct().Count());
        Assert.Equal(await host.WithDbAsync(db => db.Announcements.CountAsync()), all.Count);
        Assert.Equal(all.Select(a => (a.PublishedAt, a.Id)).OrderDescending(), all.Select(a => (a.PublishedAt, a.Id)));
    }

    [Fact]
    public async Task The_description_of_the_API_tells_of_both()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var api = JsonDocument.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var paths = api.RootElement.GetProperty("paths").GetProperty("/api/v1/announcements");
        Assert.True(paths.TryGetProperty("get", out _));
        Assert.True(paths.GetProperty("post").GetProperty("responses").TryGetProperty("201", out _));
    }

    private async Task<AnnouncementV1?> FindAsync(long id) => (await ReadAllAsync()).SingleOrDefault(a => a.Id == id);

    private async Task<List<AnnouncementV1>> ReadAllAsync()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var all = new List<AnnouncementV1>();
        for (string? after = ""; after is not null;)
        {
            var slice = (await http.GetFromJsonAsync<Slice<AnnouncementV1>>(new Uri($"/api/v1/announcements?after={after}", UriKind.Relative)))!;
            all.AddRange(slice.Items);
            after = slice.Next;
        }

        return all;
    }
}
