using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

public class ModeratorTests(RunningSite site)
{
    private const string Reason = "Menuduh panitia menerima uang tanpa bukti.";

    [Fact]
    public async Task Sari_hides_a_reported_post_and_its_author_is_told_everywhere()
    {
        var topic = await site.ATopicAsync("Biaya seleksi");
        var (_, mail) = await site.AMemberAsync("Bambang");
        var bambang = await site.SignedInAsync(mail);
        await bambang.WriteAsync(topic, "Panitianya pasti menerima uang.");
        await bambang.IsLiveAsync();
        await bambang.MarkAsync();
        var reader = await site.ABrowserAsync(width: 1280);
        await reader.WatchAsync("/moderasi/catatan");

        var yanti = await site.SignedInAsync((await site.AMemberAsync("Yanti")).Mail);
        await yanti.GotoAsync(topic);
        await yanti.Locator("#post-1").GetByRole(AriaRole.Link, new() { Name = "Laporkan" }).ClickAsync();
        await yanti.GetByLabel("Menuduh orang").CheckAsync();
        await yanti.GetByRole(AriaRole.Button, new() { Name = "Kirim laporan" }).ClickAsync();
        await Expect(yanti.Locator("main .notice[role=status]")).ToBeVisibleAsync();

        var sari = await site.SignedInAsync((await site.AModeratorAsync("Sari Dewi")).Mail, width: 1280);
        await sari.GotoAsync("/moderasi");
        var item = sari.Locator("ol.queue > li", new() { HasText = "Panitianya pasti menerima uang." });
        await item.GetByText("Putuskan").ClickAsync();
        await item.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-5");
        await item.GetByLabel("Alasan", new() { Exact = true }).FillAsync(Reason);
        await item.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("tidak");
        await item.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await Expect(item).ToHaveCountAsync(0);

        await Expect(bambang.Locator("#post-1.trace")).ToContainTextAsync("Kiriman ini disembunyikan moderator");
        await Expect(bambang.Locator("#post-1")).Not.ToContainTextAsync("menerima uang");
        await bambang.IsStillTheSameAsync();
        await Expect(reader.Locator("#log")).ToContainTextAsync(Reason);

        await bambang.ReloadAsync();
        await bambang.Locator("header.bar .me").ClickAsync();
        await bambang.GetByRole(AriaRole.Link, new() { Name = "Pemberitahuan" }).ClickAsync();
        await bambang.Locator("ul.notices .unread a").ClickAsync();
        await Expect(bambang.GetByRole(AriaRole.Main)).ToContainTextAsync(Reason);
        await Expect(bambang.Locator("main blockquote")).ToContainTextAsync("Panitianya pasti menerima uang.");

        var letter = await site.Post.LetterAsync(mail, "Kiriman Anda disembunyikan");
        Assert.Contains(Reason, letter.Text, StringComparison.Ordinal);
        await bambang.GotoAsync(letter.Text.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith(site.Address + "/pemberitahuan/", StringComparison.Ordinal)));
        await bambang.GetByRole(AriaRole.Link, new() { Name = "Putusan ini di catatan publik" }).ClickAsync();
        await Expect(bambang.GetByRole(AriaRole.Main)).ToContainTextAsync(Reason);
    }
}
