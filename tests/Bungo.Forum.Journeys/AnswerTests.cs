using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>An input, the office's answer, the author's word that it is none, and the answer after that; by what each can see.</summary>
public class AnswerTests(RunningSite site)
{
    private const string Consultation = "/konsultasi/kriteria-seleksi-pppk-tenaga-kesehatan-2026";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rahmi_is_answered_says_it_is_none_and_is_answered_again(bool script)
    {
        var words = $"Apakah slip honor puskesmas pembantu diterima {(script ? "juga" : "pula")}?";
        var rahmi = await site.SignedInAsync((await site.AMemberAsync("Rahmi A.")).Mail, script);
        var topic = await site.ReadAsync(db => db.Topics.Where(t => t.CriterionCode == "K-3").Select(t => $"/diskusi/{t.Id}-{t.Slug}").FirstAsync());
        await rahmi.GotoAsync(topic);
        await rahmi.GetByLabel("Masukan Anda").FillAsync(words);
        await rahmi.GetByRole(AriaRole.Button, new() { Name = "Kirim masukan" }).ClickAsync();
        var input = rahmi.Locator("li.post", new() { HasText = words });
        await Expect(input).ToBeVisibleAsync();
        // Without its fragment, which would keep the page that is open.
        var permalink = (await input.Locator("a.permalink").GetAttributeAsync("href"))!.Split('#')[0];

        var hendra = await site.SignedInAsync((await site.AnOfficialAsync("Hendra")).Mail, script);
        await AnswerAsync(hendra, words, "Tidak diterima", "Belum dapat kami terima karena tidak ditandatangani kepala puskesmas.");
        await rahmi.GotoAsync(permalink);
        await Expect(input).ToContainTextAsync("Tidak diterima");
        await input.GetByRole(AriaRole.Link, new() { Name = "Ini belum menjawab saya" }).ClickAsync();
        await rahmi.GetByRole(AriaRole.Button, new() { Name = "Nyatakan belum terjawab" }).ClickAsync();
        await Expect(input).ToContainTextAsync("kantor wajib menanggapi lagi");

        await AnswerAsync(hendra, words, "Diterima sebagian", "Diterima bila disertai surat keterangan kepala puskesmas induk.");
        await rahmi.GotoAsync(permalink);
        await Expect(input).ToContainTextAsync("Diterima sebagian");
        await Expect(input.GetByRole(AriaRole.Link, new() { Name = "Ini belum menjawab saya" })).ToHaveCountAsync(0);
        await input.GetByRole(AriaRole.Link, new() { Name = "Tanggapan BKPSDM" }).ClickAsync();
        await Expect(rahmi.GetByRole(AriaRole.Main)).ToContainTextAsync("surat keterangan kepala puskesmas induk");
        if (script) await rahmi.InspectAsync("answer");
    }

    private static async Task AnswerAsync(IPage official, string words, string outcome, string reason)
    {
        await official.GotoAsync(Consultation + "/tanggapan");
        await official.GetByRole(AriaRole.Link, new() { Name = "Tanggapi masukan" }).ClickAsync();
        await official.GetByLabel("Memuat kata").FillAsync(words[..40]);
        await official.GetByRole(AriaRole.Button, new() { Name = "Saring" }).ClickAsync();
        await official.GetByRole(AriaRole.Checkbox, new() { Name = words }).CheckAsync();
        await official.GetByRole(AriaRole.Radio, new() { Name = outcome, Exact = true }).CheckAsync();
        await official.GetByLabel("Alasan").FillAsync(reason);
        await official.GetByRole(AriaRole.Button, new() { Name = "Terbitkan tanggapan" }).ClickAsync();
        await Expect(official.Locator("main .notice[role=status]")).ToContainTextAsync("1 masukan ditanggapi");
    }
}
