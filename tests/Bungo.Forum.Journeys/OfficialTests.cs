using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

public class OfficialTests(RunningSite site)
{
    [Fact]
    public async Task Hendra_publishes_and_corrects_and_the_board_in_the_lobby_follows()
    {
        var board = await site.ABrowserAsync(width: 1280);
        await board.WatchAsync("/papan");
        await board.MarkAsync();

        var hendra = await site.SignedInAsync((await site.AnOfficialAsync("Hendra Putra")).Mail, width: 1280);
        await hendra.GotoAsync("/pengumuman/tulis");
        await hendra.GetByLabel("Judul").FillAsync("Ujian CAT dimulai pukul 08.00");
        await hendra.GetByLabel("Isi").FillAsync("Peserta hadir satu jam sebelumnya di **GOR Serunai**.");
        await hendra.GetByRole(AriaRole.Button, new() { Name = "Pratinjau" }).ClickAsync();
        await Expect(hendra.Locator(".preview strong")).ToHaveTextAsync("GOR Serunai");
        await hendra.GetByRole(AriaRole.Button, new() { Name = "Terbitkan sekarang" }).ClickAsync();
        await Expect(hendra.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ujian CAT dimulai pukul 08.00");

        var shown = board.Locator(".board-item", new() { HasText = "Ujian CAT dimulai pukul" });
        await Expect(shown).ToContainTextAsync("Peserta hadir satu jam sebelumnya");

        await hendra.GetByRole(AriaRole.Link, new() { Name = "Koreksi" }).ClickAsync();
        await hendra.GetByLabel("Judul").FillAsync("Ujian CAT dimulai pukul 09.30");
        await hendra.GetByLabel("Alasan koreksi").FillAsync("Jam mulai keliru; diketahui dari surat panitia.");
        await hendra.GetByRole(AriaRole.Button, new() { Name = "Terbitkan koreksi" }).ClickAsync();
        await Expect(hendra.GetByRole(AriaRole.Main)).ToContainTextAsync("Jam mulai keliru");

        await Expect(shown).ToHaveCountAsync(1);
        await Expect(shown).ToContainTextAsync("pukul 09.30");
        await Expect(shown).ToContainTextAsync("dikoreksi");
        await board.IsStillTheSameAsync();
    }

    [Fact]
    public async Task Hendra_opens_a_poll_and_its_turnout_and_result_move_on_an_open_page()
    {
        var hendra = await site.SignedInAsync((await site.AnOfficialAsync("Hendra Saputra")).Mail, width: 1280);
        await hendra.GotoAsync("/jajak/baru");
        await hendra.GetByLabel("Pertanyaan").FillAsync("Di mana loket berkas sebaiknya dibuka?");
        await hendra.GetByLabel("Pilihan", new() { Exact = true }).FillAsync("Kantor camat\nKantor bupati");
        await hendra.GetByLabel("Langsung").CheckAsync();
        await hendra.GetByLabel("Ditutup (WIB)").FillAsync("2036-01-01T12:00");
        await hendra.Locator("main form button[type=submit]").ClickAsync();
        await Expect(hendra.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Di mana loket berkas sebaiknya dibuka?");

        var reader = await site.ABrowserAsync();
        await reader.WatchAsync(new Uri(hendra.Url).AbsolutePath);
        await reader.MarkAsync();
        var voter = await site.SignedInAsync((await site.AMemberAsync("Wulandari")).Mail);
        await voter.GotoAsync(hendra.Url);
        await voter.GetByRole(AriaRole.Radio, new() { Name = "Kantor camat" }).CheckAsync();
        await voter.GetByRole(AriaRole.Button, new() { Name = "Beri suara" }).ClickAsync();
        await Expect(voter.GetByRole(AriaRole.Main)).ToContainTextAsync("Suara Anda sudah tercatat.");
        await Expect(reader.Locator(".turnout")).ToContainTextAsync("1 suara");
        await Expect(reader.GetByRole(AriaRole.Row, new() { Name = "Kantor camat" })).ToContainTextAsync("100%");

        await hendra.GetByRole(AriaRole.Link, new() { Name = "Tutup" }).ClickAsync();
        await hendra.GetByLabel("Alasan").FillAsync("Loketnya sudah diputuskan bupati.");
        await hendra.GetByRole(AriaRole.Button, new() { Name = "Tutup jajak" }).ClickAsync();
        await Expect(reader.Locator(".poll-head")).ToContainTextAsync("Loketnya sudah diputuskan bupati.");
        await Expect(reader.GetByRole(AriaRole.Main)).ToContainTextAsync("Suara tidak diterima lagi.");
        await reader.IsStillTheSameAsync();
    }
}
