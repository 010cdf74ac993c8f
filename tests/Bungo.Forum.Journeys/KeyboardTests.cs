using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>Without mouse or touch. At every stop on the way one must see where one is.</summary>
public class KeyboardTests(RunningSite site)
{
    private const int MostStops = 60;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Novita_signs_in_opens_a_topic_replies_and_reaches_the_menu_by_keyboard(int width)
    {
        var (_, mail) = await site.AMemberAsync("Novita");
        var page = await site.ABrowserAsync(width: width);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Lewati ke isi" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Lewati ke isi" })).ToBeInViewportAsync();

        await ReachAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Masuk" }));
        await page.Keyboard.PressAsync("Enter");
        await ReachAsync(page, page.GetByLabel("Alamat surel"));
        await page.Keyboard.TypeAsync(mail);
        await ReachAsync(page, page.GetByLabel("Kata sandi"));
        await page.Keyboard.TypeAsync(RunningSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("header.bar")).ToContainTextAsync("Novita");

        await ReachAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Kriteria Seleksi PPPK Tenaga Kesehatan 2026", Exact = true }).First);
        await page.Keyboard.PressAsync("Enter");
        await ReachAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Buka diskusi" }).First);
        await page.Keyboard.PressAsync("Enter");
        await ReachAsync(page, page.Locator("li.post .reply-link").First);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Balasan Anda")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync($"Ditulis tanpa tetikus pada layar {width}.");
        await ReachAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Kirim balasan" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("li.post", new() { HasText = $"Ditulis tanpa tetikus pada layar {width}." })).ToBeInViewportAsync();

        await page.GotoAsync("/");
        if (width < 545)
        {
            await ReachAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Menu" }));
            await page.Keyboard.PressAsync("Enter");
        }

        await ReachAsync(page, page.GetByRole(AriaRole.Navigation, new() { Name = "Utama" }).GetByRole(AriaRole.Link, new() { Name = "Catatan publik" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(site.Address + "/moderasi/catatan");
    }

    private static async Task ReachAsync(IPage page, ILocator wanted)
    {
        await wanted.WaitForAsync();
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>("""
                () => {
                  const at = document.activeElement, look = getComputedStyle(at), box = at.getBoundingClientRect();
                  const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0 || look.boxShadow !== 'none';
                  const shown = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                  return at.matches(':focus-visible') && ring && shown ? '' : at.outerHTML;
                }
                """));
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement")) return;
        }

        Assert.Fail($"{wanted} was not reached in {MostStops} stops.");
    }
}
