using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Platform;

namespace Bungo.Forum.Web.Tests.Features.Announcements;

public class FeedTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const string Site = "http://127.0.0.1:5080";

    [Fact]
    public async Task The_Atom_feed_carries_the_words_with_whole_links_and_stable_ids()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var announcement = await host.AnAnnouncementAsync("Judul & \"tanda\" <b>", "Baca [jadwal](/jadwal.ics) dan **tebal**.", official);
        var entry = await EntryAsync(announcement.ObjectId);
        Assert.Equal("Judul & \"tanda\" <b>", entry.Title.Text);
        Assert.Equal(new Uri(Site + Urls.Announcement(announcement.Slug)), entry.Links.Single().Uri);
        var html = ((TextSyndicationContent)entry.Content).Text;
        Assert.Contains("<strong>tebal</strong>", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Site}/jadwal.ics\"", html, StringComparison.Ordinal);
        Assert.Equal(announcement.PublishedAt, entry.PublishDate);

        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.CorrectAsync(announcement, official, "Isi yang benar.", "Salah <ketik>.");
        await EvictedAsync(html);
        var corrected = await EntryAsync(announcement.ObjectId);
        Assert.Equal(host.Now, corrected.LastUpdatedTime);
        Assert.Contains("Salah &lt;ketik&gt;.", ((TextSyndicationContent)corrected.Content).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_feed_is_version_1_1_and_says_the_same()
    {
        var announcement = await host.AnAnnouncementAsync("Di JSON juga");
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync(new Uri("/umpan/pengumuman.json?segar=1", UriKind.Relative));
        Assert.Equal("application/feed+json", response.Content.Headers.ContentType!.MediaType);
        using var feed = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.Equal(Site + "/umpan/pengumuman.json", feed.RootElement.GetProperty("feed_url").GetString());
        var item = feed.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetString() == $"urn:uuid:{announcement.ObjectId}");
        Assert.Equal("Di JSON juga", item.GetProperty("title").GetString());
        Assert.Contains("<strong>lampiran</strong>", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal(announcement.PublishedAt, item.GetProperty("date_published").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("/umpan/pengumuman.atom")]
    [InlineData("/umpan/pengumuman.json")]
    [InlineData("/jadwal.ics")]
    public async Task Who_has_it_already_is_told_so(string address)
    {
        await host.AnAnnouncementAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var fresh in new[] { "", "?tanpa=simpanan" })
        {
            using var first = await http.GetAsync(new Uri(address + fresh, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            using var request = new HttpRequestMessage(HttpMethod.Get, address + fresh);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            using var other = new HttpRequestMessage(HttpMethod.Get, address + fresh);
            other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"lain\""));
            using var third = await http.SendAsync(other);
            Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        }
    }

    [Fact]
    public async Task A_character_XML_cannot_carry_does_not_break_the_feed_for_all()
    {
        var announcement = await host.AnAnnouncementAsync("Aneh \uFFFF sekali", "Isi \uFFFE aneh 😀");
        var entry = await EntryAsync(announcement.ObjectId, "?aneh=1");
        Assert.Equal("Aneh sekali", entry.Title.Text);
        Assert.Contains("😀", ((TextSyndicationContent)entry.Content).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_page_says_where_the_feeds_are()
    {
        var page = await host.AVisitor().GetAsync("/pengumuman");
        Assert.Equal(["/umpan/pengumuman.atom", "/umpan/pengumuman.json"], page.QuerySelectorAll("head link[rel=alternate]").Select(l => l.GetAttribute("href")));
    }

    [Fact]
    public async Task The_calendar_has_stages_as_whole_days()
    {
        await host.ActAsync(async (db, _) =>
        {
            var round = Round.Create("CPNS-2026");
            round.Describe(RoundKind.Cpns, "CPNS 2026", 2026, [new Stage("sanggah", "Masa sanggah; tahap 1", new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 3))], []);
            db.Add(round);
            await db.SaveChangesAsync();
            return round;
        });
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync(new Uri("/jadwal.ics?a=b", UriKind.Relative));
        Assert.Equal("text/calendar", response.Content.Headers.ContentType!.MediaType);
        var calendar = Ical.Net.Calendar.Load(await response.Content.ReadAsStringAsync())!;
        var stage = calendar.Events.Single(e => e.Summary!.StartsWith("Masa sanggah", StringComparison.Ordinal));
        Assert.Equal("Masa sanggah; tahap 1 – CPNS 2026", stage.Summary);
        Assert.True(stage.IsAllDay);
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 4)), (stage.Start!.Date, stage.End!.Date));
    }

    [Fact]
    public async Task The_calendar_has_the_deadline_of_input_as_the_hour_before_it()
    {
        var consultation = await host.AnOpenConsultationAsync("Kriteria guru");
        using var http = new HttpClient { BaseAddress = host.Address };
        var calendar = Ical.Net.Calendar.Load(await http.GetStringAsync(new Uri("/jadwal.ics?c=d", UriKind.Relative)))!;
        var deadline = calendar.Events.Single(e => e.Summary == "Batas masukan: Kriteria guru");
        Assert.Equal(consultation.Timetable.InputClosesAt.UtcDateTime, deadline.End!.AsUtc);
        Assert.Equal(TimeSpan.FromHours(1), deadline.End.AsUtc - deadline.Start!.AsUtc);
        Assert.Equal(new Uri(Site + Urls.Consultation(consultation)), deadline.Url);
    }

    private async Task<SyndicationItem> EntryAsync(Guid objectId, string query = "")
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync(new Uri("/umpan/pengumuman.atom" + query, UriKind.Relative));
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        using var xml = XmlReader.Create(await response.Content.ReadAsStreamAsync());
        return SyndicationFeed.Load(xml).Items.Single(i => i.Id == $"urn:uuid:{objectId}");
    }

    // The eviction follows the commit by way of the database's notification.
    private async Task EvictedAsync(string oldText)
    {
        for (var i = 0; i < 100; i++)
        {
            using var http = new HttpClient { BaseAddress = host.Address };
            var feed = await http.GetStringAsync(new Uri("/umpan/pengumuman.atom", UriKind.Relative));
            if (feed.Contains("Isi yang benar", StringComparison.Ordinal)) return;
            await Task.Delay(50);
        }

        Assert.Fail($"The feed still says {oldText}");
    }
}
