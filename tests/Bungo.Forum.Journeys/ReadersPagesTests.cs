using Bungo.Forum.Domain.Polls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>The pages that anybody reads, with the demonstration community on them.</summary>
public class ReadersPagesTests(RunningSite site)
{
    [Theory]
    [InlineData("home", "/")]
    [InlineData("consultations", "/konsultasi")]
    [InlineData("free-topics", "/diskusi")]
    [InlineData("polls", "/jajak")]
    [InlineData("announcements", "/pengumuman")]
    [InlineData("board", "/papan")]
    [InlineData("log", "/moderasi/catatan")]
    [InlineData("erasures", "/penghapusan")]
    [InlineData("rules", "/tata-tertib")]
    [InlineData("about", "/tentang")]
    [InlineData("privacy", "/privasi")]
    [InlineData("forgot", "/sandi/lupa")]
    [InlineData("nothing-here", "/tidak-ada")]
    public async Task A_page(string name, string address) => await (await ReadAsync(address)).InspectAsync(name);

    [Fact]
    public async Task Consultation() => await (await ReadAsync($"/konsultasi/{await ConsultationSlugAsync()}")).InspectAsync();

    [Fact]
    public async Task Version_with_its_differences() => await (await ReadAsync($"/konsultasi/{await ConsultationSlugAsync()}/versi/3")).InspectAsync();

    [Fact]
    public async Task Round() => await (await ReadAsync($"/rekrutmen/{await site.ReadAsync(db => db.Rounds.OrderBy(r => r.Id).Select(r => r.Code).FirstAsync())}")).InspectAsync();

    [Fact]
    public async Task Topic_with_answers_and_a_fold_opened()
    {
        var topic = await site.ReadAsync(db => db.Posts.Where(p => p.Depth > 6).OrderBy(p => p.Id).Select(p => p.Topic!).FirstAsync());
        var page = await ReadAsync(Web.Platform.Urls.Topic(topic));
        await Expect(page.Locator("li.post.official").First).ToBeVisibleAsync();
        await page.Locator("details.deeper summary").First.ClickAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Topic_at_a_hidden_post()
    {
        var (topic, number) = await site.ReadAsync(db => db.Posts.Where(p => p.Hiding != null).OrderBy(p => p.Id).Select(p => ValueTuple.Create(p.Topic!, p.Number)).FirstAsync());
        var page = await ReadAsync(Web.Platform.Urls.Post(topic, number));
        await Expect(page.Locator($"#post-{number}.trace")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Decision() => await (await ReadAsync($"/moderasi/catatan/{await site.ReadAsync(db => db.Decisions.MinAsync(d => d.Id))}")).InspectAsync();

    [Theory]
    [InlineData(ResultTiming.Live)]
    [InlineData(ResultTiming.AfterClose)]
    public async Task Poll(ResultTiming timing)
    {
        var poll = await site.ReadAsync(db => db.Polls.Where(p => p.ResultTiming == timing && p.BallotCount > 5).OrderBy(p => p.Id).FirstAsync());
        await (await ReadAsync(Web.Platform.Urls.Poll(poll))).InspectAsync($"Poll-{timing}");
    }

    [Fact]
    public async Task Announcement()
    {
        var slug = await site.ReadAsync(db => db.Announcements.Where(a => a.Title.StartsWith("Jadwal sosialisasi")).Select(a => a.Slug).FirstAsync());
        await (await ReadAsync($"/pengumuman/{slug}")).InspectAsync();
    }

    [Fact]
    public async Task Reports()
    {
        await site.AReportAsync();
        await (await ReadAsync("/laporan")).InspectAsync();
    }

    [Fact]
    public async Task Report() => await (await ReadAsync($"/laporan/{await site.AReportAsync()}")).InspectAsync();

    [Fact]
    public async Task Sign_in_refused()
    {
        var page = await ReadAsync("/masuk");
        await page.GetByLabel("Alamat surel").FillAsync("tidak-ada@contoh.example");
        await page.GetByLabel("Kata sandi").FillAsync("bukan-kata-sandinya");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Registration_refused()
    {
        var page = await ReadAsync("/daftar");
        await page.GetByLabel("Nama").FillAsync("Admin");
        await page.GetByLabel("Alamat surel").FillAsync("rahmi@contoh.example");
        await page.GetByLabel("Kata sandi").FillAsync("pendek");
        await page.GetByLabel("Saya berumur").CheckAsync();
        await page.GetByLabel("Saya setuju").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Daftar" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    private Task<string> ConsultationSlugAsync() => site.ReadAsync(db => db.Consultations.OrderBy(c => c.Id).Select(c => c.Slug).FirstAsync());

    private async Task<IPage> ReadAsync(string address)
    {
        var page = await site.ABrowserAsync();
        await page.GotoAsync(address);
        return page;
    }
}
