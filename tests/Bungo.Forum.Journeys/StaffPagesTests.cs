using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>The pages of officials and moderators.</summary>
public class StaffPagesTests(RunningSite site)
{
    private const string Official = "pejabat@peragaan.example";
    private const string Moderator = "moderator@peragaan.example";

    [Theory]
    [InlineData("manage-announcements", Official, "/pengumuman/kelola")]
    [InlineData("write-announcement", Official, "/pengumuman/tulis")]
    [InlineData("new-poll", Official, "/jajak/baru")]
    [InlineData("publish-consultation", Official, "/konsultasi/terbitkan")]
    [InlineData("official-profile", Official, "/akun")]
    [InlineData("give-answers", Official, "/konsultasi/kriteria-seleksi-pppk-tenaga-kesehatan-2026/tanggapi?semua=true")]
    [InlineData("queue", Moderator, "/moderasi")]
    [InlineData("operations", "admin@peragaan.example", "/operasi")]
    public async Task A_page(string name, string mail, string address) => await (await ReadAsync(mail, address)).InspectAsync(name);

    [Fact]
    public async Task Queue_with_the_longest_reason_and_a_decision_form_opened()
    {
        var topic = await site.ATopicAsync("Antrean pada layar kecil");
        await (await site.SignedInAsync((await site.AMemberAsync("Penuduh")).Mail)).WriteAsync(topic, "Panitianya sudah diatur sejak awal.");
        var reporter = await site.SignedInAsync((await site.AMemberAsync("Pelapor")).Mail);
        await reporter.GotoAsync(topic);
        await reporter.Locator("#post-1").GetByRole(AriaRole.Link, new() { Name = "Laporkan" }).ClickAsync();
        await reporter.GetByLabel("Menuduh orang").CheckAsync();
        await reporter.GetByRole(AriaRole.Button, new() { Name = "Kirim laporan" }).ClickAsync();
        await Expect(reporter.Locator("main .notice[role=status]")).ToBeVisibleAsync();

        var page = await ReadAsync(Moderator, "/moderasi");
        await page.Locator("ol.queue > li", new() { HasText = "Antrean pada layar kecil" }).GetByText("Putuskan").ClickAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Decision_on_a_post_refused()
    {
        var page = await ReadAsync(Moderator, $"/moderasi/putusan/kiriman/{await site.ReadAsync(db => db.Dockets.Where(d => d.OpenCount > 1).MinAsync(d => d.PostId))}");
        await page.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-1");
        await page.GetByLabel("Alasan", new() { Exact = true }).FillAsync("                         ");
        await page.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("tidak");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Erasure_by_law_refused()
    {
        var admin = await ErasingAsync("Data orang yang belum lengkap", script: true);
        await admin.GetByLabel("Tanggal permintaan").FillAsync("2020-01-01");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Hapus untuk selamanya" }).ClickAsync();
        await Expect(admin.Locator(".error-summary")).ToBeVisibleAsync();
        await admin.InspectAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Erasure_by_law_carried_out(bool script)
    {
        var title = $"Data orang {(script ? "dengan" : "tanpa")} skrip";
        var admin = await ErasingAsync(title, script);
        await admin.GetByLabel("Memuat data pribadi orang lain").CheckAsync();
        await admin.GetByLabel("Tanggal permintaan").FillAsync(TimeProvider.System.GetUtcNow().AddHours(7).ToString("yyyy-MM-dd", null));
        await admin.GetByLabel("Uraian perkara").FillAsync("Pemilik rumah meminta sendiri dan menunjukkan KTP.");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Hapus untuk selamanya" }).ClickAsync();
        await Expect(admin.Locator("#post-1")).ToContainTextAsync("dihapus menurut hukum");
        await admin.GotoAsync("/penghapusan");
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = title })).ToContainTextAsync("data pribadi orang lain");
        if (script) await admin.InspectAsync();
    }

    /// <summary>The administrator before the form that erases a post which a moderator has hidden.</summary>
    private async Task<IPage> ErasingAsync(string title, bool script)
    {
        var topic = await site.ATopicAsync(title);
        await (await site.SignedInAsync((await site.AMemberAsync("Penyebar alamat")).Mail)).WriteAsync(topic, "Rumahnya di Jalan Kenanga nomor sembilan.");
        var moderator = await ReadAsync(Moderator, $"/moderasi/putusan/kiriman/{await site.ReadAsync(db => db.Posts.Where(p => p.Topic!.Title == title).MaxAsync(p => p.Id))}");
        await moderator.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-4");
        await moderator.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Memuat alamat rumah orang lain.");
        await moderator.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("tidak");
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await Expect(moderator.Locator("main .notice[role=status]")).ToBeVisibleAsync();
        var admin = await site.SignedInAsync("admin@peragaan.example", script);
        await admin.GotoAsync(topic);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Hapus menurut hukum" }).ClickAsync();
        return admin;
    }

    [Fact]
    public async Task Decision_on_a_topic() =>
        await (await ReadAsync(Moderator, $"/moderasi/putusan/topik/{await site.ReadAsync(db => db.Topics.MinAsync(t => t.Id))}")).InspectAsync();

    [Fact]
    public async Task Decision_on_an_account() =>
        await (await ReadAsync(Moderator, $"/moderasi/putusan/akun/{await site.ReadAsync(db => db.Posts.Where(p => p.Hiding != null).MinAsync(p => p.AuthorId))}")).InspectAsync();

    [Fact]
    public async Task New_poll_refused()
    {
        var page = await ReadAsync(Official, "/jajak/baru");
        await page.GetByLabel("Pertanyaan").FillAsync("Satu pilihan saja?");
        await page.GetByLabel("Pilihan", new() { Exact = true }).FillAsync("Ya");
        await page.GetByLabel("Ditutup (WIB)").FillAsync("2020-01-01T12:00");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.InspectAsync();
    }

    [Fact]
    public async Task Announcement_corrected_with_its_version_and_withdrawal()
    {
        var official = (await site.AnOfficialAsync("Marlina")).Mail;
        var page = await ReadAsync(official, "/pengumuman/tulis");
        await page.GetByLabel("Judul").FillAsync("Hasil seleksi administrasi");
        await page.GetByLabel("Isi").FillAsync("| Formasi | Lulus |\n| --- | --- |\n| Bidan | 112 |\n| Perawat | 87 |\n\nMasa sanggah tiga hari.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan sekarang" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Koreksi" }).ClickAsync();
        var form = page.Url;
        await page.GetByLabel("Isi").FillAsync("| Formasi | Lulus |\n| --- | --- |\n| Bidan | 121 |\n| Perawat | 87 |\n\nMasa sanggah tiga hari kerja.");
        await page.GetByLabel("Alasan koreksi").FillAsync("Angka bidan tertukar.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan koreksi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Angka bidan tertukar.");
        var announcement = page.Url;
        await page.InspectAsync("Announcement_corrected");
        await (await ReadAsync(official, form)).InspectAsync("Correction_form");
        await (await ReadAsync(official, announcement + "/versi/1")).InspectAsync("Announcement_version");
        await (await ReadAsync(official, announcement + "/tarik")).InspectAsync("Announcement_withdrawal");
    }

    private async Task<IPage> ReadAsync(string mail, string address)
    {
        var page = await site.SignedInAsync(mail);
        await page.GotoAsync(address);
        return page;
    }
}
