using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>
/// A post carries a button to give support and one to take it back, as every reader gets the same words. Each reader sees
/// one of them.
/// </summary>
public class SupportTests(RunningSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dedi_gives_support_and_takes_it_back_and_always_sees_one_button(bool script)
    {
        var topic = await site.ATopicAsync($"Dukungan {(script ? "dengan" : "tanpa")} skrip");
        await (await site.SignedInAsync((await site.AMemberAsync("Rahmi A.")).Mail)).WriteAsync(topic, "Mohon jadwalnya dipasang.");

        var visitor = await site.ABrowserAsync(script: script);
        await visitor.GotoAsync(topic);
        await TheButtonSaysAsync(visitor, "Dukung 0");

        var dedi = await site.SignedInAsync((await site.AMemberAsync("Dedi")).Mail, script: script);
        await dedi.GotoAsync(topic);
        await TheButtonSaysAsync(dedi, "Dukung 0");
        foreach (var after in new[] { "Didukung 1", "Dukung 0", "Didukung 1" })
        {
            // A button that took the other's place does not hear the second half of a double click.
            await Expect(Button(dedi)).Not.ToHaveAttributeAsync("aria-busy", "true");
            await Button(dedi).ClickAsync();
            await TheButtonSaysAsync(dedi, after);
        }

        await dedi.GotoAsync(topic);
        await TheButtonSaysAsync(dedi, "Didukung 1");
        await visitor.GotoAsync(topic);
        await TheButtonSaysAsync(visitor, "Dukung 1");
    }

    private static ILocator Button(IPage page) => page.Locator("#post-1 .support:visible");

    /// <summary>That there is one button is part of it: the expectation refuses a locator that finds two.</summary>
    private static Task TheButtonSaysAsync(IPage page, string words) => Expect(Button(page)).ToHaveTextAsync(words);
}
