using Deque.AxeCore.Playwright;

namespace Bungo.Forum.Journeys;

public class CitizenTests(RunningSite site)
{
    [Fact]
    public async Task Rahmi_replies_and_Dedi_sees_it_without_reloading_and_again_after_a_lost_connection()
    {
        var topic = await site.ATopicAsync("Jadwal seleksi");
        var (_, mail) = await site.AMemberAsync("Rahmi A.");
        var dedi = await site.ABrowserAsync(width: 1280);
        await dedi.GotoAsync(topic);
        await dedi.WaitForSelectorAsync("[data-live-indicator] >> text=Langsung:");
        var rahmi = await site.ABrowserAsync();
        await RunningSite.SignInAsync(rahmi, mail);
        await PostAsync(rahmi, topic, "Mohon tanggalnya diumumkan lebih awal.");
        await dedi.WaitForSelectorAsync("#post-1 >> text=Mohon tanggalnya");

        await dedi.Context.SetOfflineAsync(true);
        await PostAsync(rahmi, topic, "Terkirim saat Dedi terputus.");
        await dedi.Context.SetOfflineAsync(false);
        await dedi.WaitForSelectorAsync("#post-2 >> text=Terkirim saat Dedi", new() { Timeout = 60_000 });
        var live = await PostsAsync(dedi);
        await dedi.ReloadAsync();
        Assert.Equal(await PostsAsync(dedi), live);
    }

    [Fact]
    public async Task Siti_without_script_registers_her_words_all_the_same()
    {
        var topic = await site.ATopicAsync("Tanpa skrip");
        var (_, mail) = await site.AMemberAsync("Siti");
        var siti = await site.ABrowserAsync(script: false);
        await RunningSite.SignInAsync(siti, mail);
        await PostAsync(siti, topic, "Ditulis tanpa skrip.");
        Assert.Contains("Ditulis tanpa skrip.", await siti.InnerTextAsync("#post-1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/konsultasi")]
    [InlineData("/pengumuman")]
    [InlineData("/jajak")]
    [InlineData("/laporan")]
    [InlineData("/moderasi/catatan")]
    [InlineData("/tata-tertib")]
    [InlineData("/masuk")]
    [InlineData("/daftar")]
    [InlineData("/papan")]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(string address)
    {
        var page = await site.ABrowserAsync();
        await page.GotoAsync(address);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
    }

    private static async Task PostAsync(Microsoft.Playwright.IPage page, string topic, string words)
    {
        await page.GotoAsync(topic);
        await page.FillAsync("#Body", words);
        await page.ClickAsync("form#tulis button[type=submit]:not([name])");
        await page.WaitForSelectorAsync($"li.post >> text={words}");
    }

    // What a reader reads; the mark of a new arrival and of the moment belong to the page that was open.
    private static Task<string[]> PostsAsync(Microsoft.Playwright.IPage page) =>
        page.EvaluateAsync<string[]>("[...document.querySelectorAll('li.post')].map(p => p.id + p.querySelector('.body').textContent.trim())");
}
