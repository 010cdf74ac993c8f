using Bungo.Forum.Domain.Polls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>The pages of somebody signed in, and what they look like after something was done on them.</summary>
public class MembersPagesTests(RunningSite site)
{
    private const string Rahmi = "warga@peragaan.example";

    [Theory]
    [InlineData("profile", "/akun")]
    [InlineData("own-inputs", "/masukan-saya")]
    [InlineData("tokens", "/akun/token")]
    [InlineData("password", "/akun/sandi")]
    [InlineData("mail", "/akun/surel")]
    [InlineData("delete-account", "/akun/hapus")]
    [InlineData("mail-settings", "/pemberitahuan/surel")]
    public async Task A_page(string name, string address) => await (await ReadAsync(address)).InspectAsync(name);

    [Fact]
    public async Task Topic_with_the_reply_form_under_a_post_and_a_preview_in_it()
    {
        var page = await ReadAsync(await TopicAsync());
        await page.Locator("li.post .reply-link").First.ClickAsync();
        await page.GetByLabel("Balasan Anda").FillAsync("Setuju, asal **dilegalisasi**:\n\n- daftar hadir\n- slip honor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pratinjau" }).ClickAsync();
        await Expect(page.Locator(".preview strong")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Topic_that_refused_an_empty_input()
    {
        var page = await ReadAsync(await TopicAsync());
        await page.GetByLabel("Masukan Anda").FillAsync("   ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim masukan" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task New_topic_refused()
    {
        var page = await ReadAsync("/diskusi/baru");
        await page.GetByLabel("Judul").FillAsync("   ");
        await page.GetByLabel("Masukan pertama").FillAsync("Mohon dijelaskan.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buka topik" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Own_post_edited_and_its_history()
    {
        var page = await site.SignedInAsync((await site.AMemberAsync("Lestari")).Mail);
        await page.WriteAsync(await site.ATopicAsync("Riwayat yang terbaca"), "Kalimat pertama.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sunting" }).ClickAsync();
        await page.GetByLabel("Isi kiriman").FillAsync("Kalimat yang diperbaiki.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "disunting" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Kalimat pertama.");
        await page.InspectAsync();
    }

    [Fact]
    public async Task Flag_refused()
    {
        var page = await ReadAsync(await TopicAsync());
        await page.Locator("li.post").Nth(1).GetByRole(AriaRole.Link, new() { Name = "Laporkan" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim laporan" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Poll_before_and_after_voting()
    {
        var poll = await site.ReadAsync(db => db.Polls.Where(p => p.ResultTiming == ResultTiming.Live && p.BallotCount > 5).OrderBy(p => p.Id).FirstAsync());
        var mail = (await site.AMemberAsync("Pemilih")).Mail;
        var page = await site.SignedInAsync(mail);
        await page.GotoAsync(Web.Platform.Urls.Poll(poll));
        await page.InspectAsync("Poll_before_voting");
        page = await site.SignedInAsync(mail);
        await page.GotoAsync(Web.Platform.Urls.Poll(poll));
        await page.GetByLabel("Kontrak kerja").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Beri suara" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Suara Anda sudah tercatat.");
        await page.InspectAsync("Poll_after_voting");
    }

    [Fact]
    public async Task Notices_and_one_of_a_decision()
    {
        var topic = await site.ATopicAsync("Pemberitahuan");
        var mail = (await site.AMemberAsync("Erna")).Mail;
        await (await site.SignedInAsync(mail)).WriteAsync(topic, "Masukan yang akan dijawab dan disembunyikan.");
        var office = await site.SignedInAsync("pejabat@peragaan.example");
        await office.GotoAsync(topic);
        await office.Locator("#post-1 .reply-link").ClickAsync();
        await office.GetByLabel("Balasan Anda").FillAsync("Terima kasih, sudah kami catat.");
        await office.GetByRole(AriaRole.Button, new() { Name = "Kirim balasan" }).ClickAsync();
        await Expect(office.Locator("li.post.official")).ToBeVisibleAsync();
        var moderator = await site.SignedInAsync("moderator@peragaan.example");
        await moderator.GotoAsync(topic);
        await moderator.Locator("#post-1").GetByRole(AriaRole.Link, new() { Name = "Moderasi" }).ClickAsync();
        await moderator.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-1");
        await moderator.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Di luar pokok bahasan topik ini.");
        await moderator.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("tidak");
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await Expect(moderator.GetByRole(AriaRole.Main)).ToContainTextAsync("Diputus oleh");

        var page = await site.SignedInAsync(mail);
        await page.GotoAsync("/pemberitahuan");
        await Expect(page.Locator("ul.notices li.unread")).ToHaveCountAsync(2);
        await page.InspectAsync("Notices");
        page = await site.SignedInAsync(mail);
        await page.GotoAsync("/pemberitahuan");
        await page.Locator("ul.notices a", new() { HasText = "disembunyikan" }).ClickAsync();
        await Expect(page.Locator("main blockquote")).ToBeVisibleAsync();
        await page.InspectAsync("Notice");
    }

    private Task<string> TopicAsync() => site.ReadAsync(async db =>
        Web.Platform.Urls.Topic(await db.Topics.Where(t => t.CriterionCode != null && t.LastNumber > 20 && t.Consultation!.Timetable.InputOpensAt < t.LastPostAt).OrderBy(t => t.Id).FirstAsync()));

    private async Task<IPage> ReadAsync(string address)
    {
        var page = await site.SignedInAsync(Rahmi);
        await page.GotoAsync(address);
        return page;
    }
}
