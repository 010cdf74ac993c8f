using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

public class CitizenTests(RunningSite site)
{
    [Fact]
    public async Task Rahmi_replies_and_Dedi_sees_it_without_reloading()
    {
        var topic = await site.ATopicAsync("Jadwal seleksi");
        var dedi = await site.ABrowserAsync(width: 1280);
        await dedi.WatchAsync(topic);
        var rahmi = await site.SignedInAsync((await site.AMemberAsync("Rahmi A.")).Mail);
        await rahmi.WriteAsync(topic, "Mohon tanggalnya diumumkan lebih awal.");
        await Expect(dedi.Locator("#post-1")).ToContainTextAsync("Mohon tanggalnya diumumkan lebih awal.");

        await rahmi.Locator("#post-1 .reply-link").ClickAsync();
        await rahmi.GetByLabel("Balasan Anda").FillAsync("Maksud saya sebelum tanggal lima.");
        await rahmi.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Kirim balasan" }).ClickAsync();
        await Expect(dedi.Locator("#post-1 + #post-2[data-depth='1']")).ToContainTextAsync("Maksud saya sebelum tanggal lima.");
    }
}
