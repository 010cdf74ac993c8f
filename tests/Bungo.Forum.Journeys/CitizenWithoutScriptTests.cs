using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>
/// People whose browser runs no script, from the front page on, by what they can see: links and forms. Old phones, text
/// browsers and office machines with script switched off take part like anybody else.
/// </summary>
public partial class CitizenWithoutScriptTests(RunningSite site)
{
    [Fact]
    public async Task Siti_registers_by_her_letter_then_speaks_and_votes()
    {
        const string mail = "siti@contoh.example";
        var siti = await site.ABrowserAsync(script: false);
        await siti.GotoAsync("/");
        await siti.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Daftar" }).ClickAsync();
        await siti.GetByLabel("Nama").FillAsync("Siti");
        await siti.GetByLabel("Alamat surel").FillAsync(mail);
        await siti.GetByLabel("Kata sandi").FillAsync("empat-kata-yang-mudah");
        await siti.GetByLabel("Saya berumur").CheckAsync();
        await siti.GetByLabel("Saya setuju").CheckAsync();
        await siti.GetByRole(AriaRole.Button, new() { Name = "Daftar" }).ClickAsync();
        await Expect(siti.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Periksa surel Anda");

        var letter = await site.Post.LetterAsync(mail, "Konfirmasi alamat surel");
        await siti.GotoAsync(Link().Match(letter.Text).Value);
        await siti.GetByLabel("Kata sandi").FillAsync("empat-kata-yang-mudah");
        await siti.GetByRole(AriaRole.Button, new() { Name = "Konfirmasi dan masuk" }).ClickAsync();
        await Expect(siti.Locator("header.bar")).ToContainTextAsync("Siti");

        await siti.GotoAsync("/");
        await siti.GetByRole(AriaRole.Link, new() { Name = "Kriteria Seleksi PPPK Tenaga Kesehatan 2026", Exact = true }).First.ClickAsync();
        await siti.GetByRole(AriaRole.Link, new() { Name = "Buka diskusi" }).First.ClickAsync();
        await siti.GetByLabel("Masukan Anda").FillAsync("Mohon jadwalnya dipasang juga di kantor camat.");
        await siti.GetByRole(AriaRole.Radio, new() { Name = "Mendukung" }).CheckAsync();
        await siti.GetByRole(AriaRole.Button, new() { Name = "Kirim masukan" }).ClickAsync();
        var post = siti.Locator("li.post", new() { HasText = "Mohon jadwalnya dipasang juga di kantor camat." });
        await Expect(post).ToContainTextAsync("Mendukung");

        await siti.GotoAsync("/");
        await siti.GetByRole(AriaRole.Link, new() { Name = "Bukti pengalaman mana yang sebaiknya diterima?" }).ClickAsync();
        await siti.GetByLabel("Slip honor").CheckAsync();
        await siti.GetByRole(AriaRole.Button, new() { Name = "Beri suara" }).ClickAsync();
        await Expect(siti.GetByRole(AriaRole.Main)).ToContainTextAsync("Suara Anda sudah tercatat.");
        await Expect(siti.GetByRole(AriaRole.Row, new() { Name = "Slip honor" })).ToContainTextAsync("pilihan Anda");
    }

    [Fact]
    public async Task Dedi_reports_a_post_and_the_moderator_hides_it()
    {
        var topic = await site.ATopicAsync("Antrean tanpa skrip");
        var rude = await site.SignedInAsync((await site.AMemberAsync("Penulis kasar")).Mail, script: false);
        await rude.WriteAsync(topic, "Telepon panitianya 0812 3456 7890, hubungi tengah malam.");

        var dedi = await site.SignedInAsync((await site.AMemberAsync("Dedi")).Mail, script: false);
        await dedi.GotoAsync(topic);
        await dedi.Locator("#post-1").GetByRole(AriaRole.Link, new() { Name = "Laporkan" }).ClickAsync();
        await dedi.GetByLabel("Memuat data pribadi").CheckAsync();
        await dedi.GetByRole(AriaRole.Button, new() { Name = "Kirim laporan" }).ClickAsync();
        await Expect(dedi.Locator("main .notice[role=status]")).ToBeVisibleAsync();

        var sari = await site.SignedInAsync((await site.AModeratorAsync("Sari")).Mail, script: false);
        await sari.Locator("header.bar .me").ClickAsync();
        await sari.GetByRole(AriaRole.Link, new() { Name = "Moderasi" }).ClickAsync();
        var item = sari.Locator("ol.queue > li", new() { HasText = "Antrean tanpa skrip" });
        await item.GetByText("Putuskan").ClickAsync();
        await item.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-4");
        await item.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Memuat nomor telepon pribadi panitia.");
        await item.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("tidak");
        await item.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await Expect(sari.Locator("ol.queue > li", new() { HasText = "Antrean tanpa skrip" })).ToHaveCountAsync(0);

        await dedi.GotoAsync(topic);
        await Expect(dedi.Locator("#post-1")).ToContainTextAsync("disembunyikan moderator");
        await Expect(dedi.Locator("#post-1")).Not.ToContainTextAsync("0812");
    }

    [Fact]
    public async Task Hendra_of_the_office_publishes_an_announcement()
    {
        var hendra = await site.SignedInAsync((await site.AnOfficialAsync("Hendra")).Mail, script: false);
        await hendra.GetByRole(AriaRole.Link, new() { Name = "Pengumuman", Exact = true }).First.ClickAsync();
        await hendra.GetByRole(AriaRole.Link, new() { Name = "Tulis pengumuman" }).ClickAsync();
        await hendra.GetByLabel("Judul").FillAsync("Loket dipindah ke lantai satu");
        await hendra.GetByLabel("Isi").FillAsync("Mulai Senin loket berkas berada di **lantai satu**.");
        await hendra.GetByRole(AriaRole.Button, new() { Name = "Terbitkan sekarang" }).ClickAsync();
        await Expect(hendra.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Loket dipindah ke lantai satu");

        var reader = await site.ABrowserAsync(script: false);
        await reader.GotoAsync("/pengumuman");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Loket dipindah ke lantai satu" }).ClickAsync();
        await Expect(reader.Locator("main strong")).ToHaveTextAsync("lantai satu");
    }

    [GeneratedRegex(@"^http://\S+$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
