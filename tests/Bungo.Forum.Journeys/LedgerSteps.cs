using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

internal static class LedgerSteps
{
    /// <summary>Somebody posted, and looks at the receipt of it, numbered by now.</summary>
    public static async Task<IPage> ARecordedPostAsync(this RunningSite site, string name, string words, bool script = true)
    {
        var topic = await site.ATopicAsync(name);
        var page = await site.SignedInAsync((await site.AMemberAsync(name)).Mail, script);
        await page.WriteAsync(topic, words);
        await page.Locator("main .notice[role=status]").GetByRole(AriaRole.Link, new() { Name = "Tanda terima" }).ClickAsync();
        var watcher = script ? page : await site.ABrowserAsync();
        if (!script) await watcher.GotoAsync(page.Url);
        // With script it loads itself anew as soon as the act has its number.
        await Expect(watcher.GetByRole(AriaRole.Button, new() { Name = "Periksa sekarang" })).ToBeVisibleAsync();
        if (script) return page;
        await watcher.Context.CloseAsync();
        await page.ReloadAsync();
        return page;
    }

    /// <summary>The receipt with what opens it, as its author downloads it.</summary>
    public static async Task<string> AFullReceiptAsync(this RunningSite site, string words)
    {
        var page = await site.ARecordedPostAsync("Penulis bukti", words);
        var address = await page.GetByRole(AriaRole.Link, new() { Name = "Bukti lengkap" }).GetAttributeAsync("href");
        var text = await page.EvaluateAsync<string>("async address => await (await fetch(address)).text()", address);
        await page.Context.CloseAsync();
        return text;
    }
}
