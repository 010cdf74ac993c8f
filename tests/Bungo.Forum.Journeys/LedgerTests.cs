using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>A citizen and the public ledger: from a post to its receipt, and what the browser says of it when somebody tampers.</summary>
public class LedgerTests(RunningSite site)
{
    private const string Words = "Mohon jadwal ujian dipasang di balai desa.";

    [Fact]
    public async Task Rahmi_posts_takes_her_receipt_and_her_browser_says_that_it_matches()
    {
        var rahmi = await site.ARecordedPostAsync("Rahmi buku", Words);
        await Expect(rahmi.Locator(".states [aria-current]")).ToContainTextAsync("Tercatat");
        await rahmi.GetByRole(AriaRole.Button, new() { Name = "Periksa sekarang" }).ClickAsync();
        var verdict = rahmi.Locator(".verdict");
        await Expect(verdict).ToHaveAttributeAsync("data-verdict", "ok");
        await Expect(verdict).ToContainTextAsync("Cocok. Tanda terima ini benar.");
        await Expect(verdict).ToContainTextAsync(Words);
        await Expect(verdict.Locator("li[data-step='buka'][data-verdict='ok']")).ToHaveCountAsync(2);
        await Expect(verdict.Locator("li[data-step='tanda-tangan']")).ToContainTextAsync("Cocok");
        await rahmi.InspectAsync("tanda-terima");
    }

    [Theory]
    [InlineData("index", "jalur", "Tidak cocok")]
    [InlineData("extra", "berkas", "Catatan di dalamnya")]
    [InlineData("words", "buka", "BUKAN yang dicatat")]
    [InlineData("signature", "tanda-tangan", "Tanda tangannya tidak cocok")]
    [InlineData("truncated", "berkas", "Berkas terpotong")]
    [InlineData("empty", "berkas", "Tidak ada isinya")]
    public async Task A_spoilt_receipt_does_not_match_and_it_is_told_where(string how, string step, string words)
    {
        var page = await site.ABrowserAsync();
        var good = await site.AFullReceiptAsync(Words);
        await page.GotoAsync("/buku/periksa");
        await page.GetByLabel("Atau tempelkan isinya").FillAsync(Spoilt(good, how));
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa", Exact = true }).ClickAsync();
        await Expect(page.Locator(".verdict")).ToContainTextAsync("Tidak cocok. Jangan percaya tanda terima ini.");
        await Expect(page.Locator(".verdict")).ToContainTextAsync("Yang tidak cocok: ");
        await Expect(page.Locator($"li[data-step='{step}'][data-verdict='wrong']")).ToContainTextAsync(words);
        await page.InspectAsync($"periksa-{how}");
    }

    [Fact]
    public async Task A_browser_without_Ed25519_says_what_it_could_not_check()
    {
        var page = await site.ABrowserAsync();
        await page.AddInitScriptAsync("""
            const real = crypto.subtle.importKey.bind(crypto.subtle);
            crypto.subtle.importKey = (form, key, kind, ...more) =>
              kind?.name === 'Ed25519' ? Promise.reject(new DOMException('', 'NotSupportedError')) : real(form, key, kind, ...more);
            """);
        await page.GotoAsync("/buku/periksa");
        await page.GetByLabel("Atau tempelkan isinya").FillAsync(await site.AFullReceiptAsync(Words));
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa", Exact = true }).ClickAsync();
        await Expect(page.Locator(".verdict")).ToHaveAttributeAsync("data-verdict", "open");
        await Expect(page.Locator("li[data-step='tanda-tangan']")).ToContainTextAsync("belum dapat memeriksa tanda tangan Ed25519");
        await Expect(page.Locator("li[data-step='jalur']")).ToContainTextAsync("Cocok");
        await page.InspectAsync("periksa-tanpa-ed25519");
    }

    [Fact]
    public async Task A_file_is_checked_as_it_is_picked_and_ten_megabytes_are_too_large()
    {
        var page = await site.ABrowserAsync();
        await page.GotoAsync("/buku/periksa");
        await page.GetByLabel("Berkas tanda terima").SetInputFilesAsync(new FilePayload { Name = "a.tlog-proof", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(await site.AFullReceiptAsync(Words)) });
        await Expect(page.Locator(".verdict")).ToHaveAttributeAsync("data-verdict", "ok");
        await page.GetByLabel("Berkas tanda terima").SetInputFilesAsync(new FilePayload { Name = "b.tlog-proof", MimeType = "text/plain", Buffer = new byte[10_000_000] });
        await Expect(page.Locator(".verdict")).ToContainTextAsync("Terlalu besar");
        await page.InspectAsync("periksa-berkas");
    }

    [Fact]
    public async Task Siti_without_script_has_the_server_check_and_is_told_so()
    {
        var siti = await site.ARecordedPostAsync("Siti buku", Words, script: false);
        await siti.GetByRole(AriaRole.Button, new() { Name = "Periksa sekarang" }).ClickAsync();
        await Expect(siti.Locator(".by-server .verdict")).ToHaveAttributeAsync("data-verdict", "ok");
        await Expect(siti.Locator(".by-server")).ToContainTextAsync("bukan oleh peramban Anda");
        await siti.GetByLabel("Atau tempelkan isinya").FillAsync(Spoilt(await site.AFullReceiptAsync(Words), "words"));
        await siti.GetByRole(AriaRole.Button, new() { Name = "Periksa", Exact = true }).ClickAsync();
        await Expect(siti.Locator(".by-server .verdict")).ToContainTextAsync("BUKAN yang dicatat");
    }

    [Fact]
    public async Task The_ledger_and_an_entry_of_it()
    {
        await site.AFullReceiptAsync(Words);
        var reader = await site.ABrowserAsync();
        await reader.GotoAsync("/");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Buku publik" }).ClickAsync();
        await Expect(reader.Locator("#ledger-head")).ToContainTextAsync("Tercatat");
        await reader.IsLiveAsync();
        await reader.Locator("tbody th a").First.ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Catatan");
        await reader.GetByText("Catatan apa adanya").ClickAsync();
        await reader.InspectAsync("buku-catatan");
        var second = await site.ABrowserAsync();
        await second.GotoAsync("/buku");
        await second.InspectAsync("buku");
    }

    [Fact]
    public async Task The_head_moves_on_an_open_page()
    {
        var reader = await site.ABrowserAsync();
        await reader.WatchAsync("/buku");
        await reader.MarkAsync();
        var before = await reader.Locator("#ledger-head .size").TextContentAsync();
        await site.ATopicAsync("Buku bergerak");
        await Expect(reader.Locator("#ledger-head .size")).Not.ToHaveTextAsync(before!);
        await reader.IsStillTheSameAsync();
    }

    [Fact]
    public async Task Own_receipts()
    {
        var rahmi = await site.ARecordedPostAsync("Rahmi daftar", Words);
        await rahmi.GotoAsync("/akun");
        await rahmi.GetByRole(AriaRole.Link, new() { Name = "Tanda terima saya" }).ClickAsync();
        await Expect(rahmi.Locator(".list > li")).ToHaveCountAsync(1);
        await rahmi.InspectAsync("tanda-terima-saya");
    }

    private static string Spoilt(string good, string how)
    {
        var lines = good.Split('\n').ToList();
        var signature = lines.FindIndex(l => l.StartsWith('\u2014'));
        switch (how)
        {
            case "empty": return "";
            // Behind the third line: where the half lies depends on how many acts there are.
            case "truncated": return string.Join('\n', lines.Take(3)) + "\n";
            case "index": lines[2] = lines[2] == "index 0" ? "index 1" : "index 0"; break;
            case "extra": lines[1] = "extra " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Extra(lines[1]).Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal))); break;
            case "words": lines[1] = "extra " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Extra(lines[1]).Replace("balai desa", "balai kota", StringComparison.Ordinal))); break;
            case "signature": lines[signature] = lines[signature][..^10] + (lines[signature][^10] == 'A' ? 'B' : 'A') + lines[signature][^9..]; break;
            default: throw new ArgumentOutOfRangeException(nameof(how));
        }

        return string.Join('\n', lines);
    }

    private static string Extra(string line) => Encoding.UTF8.GetString(Convert.FromBase64String(line["extra ".Length..]));
}
