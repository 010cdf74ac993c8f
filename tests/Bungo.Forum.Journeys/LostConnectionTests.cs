using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

public class LostConnectionTests(RunningSite site)
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The minute is a real one. A clock moved by hand would be the browser's only, and it is the server's own patience
    /// that ends within it: it gives the silent connection up after half a minute and forgets what it had joined.
    /// </summary>
    [Fact]
    public async Task Dedi_is_cut_off_for_a_minute_and_ends_equal_to_a_fresh_load()
    {
        var topic = await site.ATopicAsync("Sinyal hilang di hulu");
        var rahmi = await site.SignedInAsync((await site.AMemberAsync("Rahmi H.")).Mail);
        foreach (var words in (string[])["Pertama, sebelum putus.", "Kedua, sebelum putus."]) await rahmi.WriteAsync(topic, words);
        var dedi = await site.ABrowserAsync(width: 1280);
        await dedi.WatchAsync(topic);
        await dedi.MarkAsync();

        var cut = Stopwatch.StartNew();
        await dedi.Context.SetOfflineAsync(true);
        foreach (var words in (string[])["Ketiga, sesudah putus.", "Keempat, sesudah putus."]) await rahmi.WriteAsync(topic, words);
        await rahmi.GetByRole(AriaRole.Link, new() { Name = "Ke awal diskusi" }).ClickAsync();
        await rahmi.Locator("#post-1 .reply-link").ClickAsync();
        await rahmi.GetByLabel("Balasan Anda").FillAsync("Balasan di tengah, sesudah putus.");
        await rahmi.GetByRole(AriaRole.Button, new() { Name = "Kirim balasan" }).ClickAsync();
        await Expect(rahmi.Locator("#post-1 + #post-5")).ToBeVisibleAsync();
        await rahmi.Locator("#post-3").GetByRole(AriaRole.Link, new() { Name = "Sunting" }).ClickAsync();
        await rahmi.GetByLabel("Isi kiriman").FillAsync("Ketiga, disunting.");
        await rahmi.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(rahmi.Locator("#post-3")).ToContainTextAsync("disunting");
        var sari = await site.SignedInAsync((await site.AModeratorAsync("Sari Indah")).Mail);
        await sari.GotoAsync(topic);
        await sari.Locator("#post-2").GetByRole(AriaRole.Link, new() { Name = "Moderasi" }).ClickAsync();
        await sari.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-1");
        await sari.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Di luar pokok bahasan topik ini.");
        await sari.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("tidak");
        await sari.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await sari.GotoAsync(topic);
        await Expect(sari.Locator("#post-2.trace")).ToBeVisibleAsync();
        await Expect(dedi.Locator("li.post")).ToHaveCountAsync(2);
        await Expect(dedi.Locator("#post-2.trace")).ToHaveCountAsync(0);

        if (_minute - cut.Elapsed is var left && left > TimeSpan.Zero) await Task.Delay(left);
        await dedi.Context.SetOfflineAsync(false);
        await Expect(dedi.Locator("li.post")).ToHaveCountAsync(5);
        await dedi.IsLiveAsync();
        await dedi.IsStillTheSameAsync();
        var followed = await ShownAsync(dedi);
        await dedi.ReloadAsync();
        Assert.Equal(await ShownAsync(dedi), followed);
    }

    /// <summary>Head and posts as the browser holds them, less what says of a post that it has just arrived.</summary>
    private static Task<string[]> ShownAsync(IPage page) => page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('.topic-head, #posts > li')].map(shown => {
          const plain = shown.cloneNode(true);
          plain.classList.remove('new');
          plain.querySelectorAll('.justnow').forEach(word => word.remove());
          return plain.outerHTML.replace(/\s+/g, ' ').replace(/> | </g, mark => mark.trim());
        })
        """);
}
