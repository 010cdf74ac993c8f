using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>What several people do on their way.</summary>
internal static class Steps
{
    /// <summary>Writes an input at the end of the topic and sees it stand.</summary>
    public static async Task WriteAsync(this IPage page, string topic, string words)
    {
        await page.GotoAsync(topic);
        await page.FillAsync("#Body", words);
        await page.ClickAsync("form#tulis button[type=submit]:not([name])");
        await Expect(page.Locator("li.post", new() { HasText = words })).ToBeVisibleAsync();
    }

    /// <summary>Opens a page and waits until its live updates are joined.</summary>
    public static async Task WatchAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.IsLiveAsync();
    }

    public static Task IsLiveAsync(this IPage page) => Expect(page.Locator("[data-live-indicator]").First).ToHaveAttributeAsync("data-state", "live");

    /// <summary>Leaves something on the open page that no reload would keep.</summary>
    public static Task MarkAsync(this IPage page) => page.EvaluateAsync("window.sameAsBefore = true");

    public static async Task IsStillTheSameAsync(this IPage page) => Assert.True(await page.EvaluateAsync<bool>("window.sameAsBefore === true"), "The page was loaded again.");
}
