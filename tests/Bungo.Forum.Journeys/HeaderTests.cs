using Bungo.Forum.Domain.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>The head of every page leaves the page its room, whoever is signed in and however long their name.</summary>
public class HeaderTests(RunningSite site)
{
    private const int LineHeight = 64;
    private static readonly string _longName = new('W', Account.LongestName);

    [Theory]
    [InlineData(360, 2, true)]
    [InlineData(360, 2, false)]
    [InlineData(1280, 1, true)]
    [InlineData(800, 2, true)]
    public async Task It_takes_few_lines_for_anybody(int width, int lines, bool signedIn)
    {
        var page = signedIn
            ? await site.SignedInAsync((await site.AMemberAsync(_longName, Role.Moderator, "Dinas Kominfo")).Mail, width: width)
            : await site.ABrowserAsync(width: width);
        foreach (var address in new[] { "/bahasa/id?kembali=/", "/bahasa/en?kembali=/" })
        {
            await page.GotoAsync(address);
            var box = (await page.Locator("header.bar").BoundingBoxAsync())!;
            Assert.InRange(box.Height, 40, (lines * LineHeight) + 10);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        }
    }

    [Theory]
    [InlineData(1153)]
    [InlineData(1280)]
    [InlineData(1600)]
    public async Task On_a_wide_screen_a_usual_name_stands_whole_and_in_line_with_the_page(int width)
    {
        var page = await site.SignedInAsync((await site.AMemberAsync("Nurhayati S.", Role.Moderator, "Dinas Kominfo")).Mail, width: width);
        foreach (var address in new[] { "/bahasa/id?kembali=/", "/bahasa/en?kembali=/" })
        {
            await page.GotoAsync(address);
            var name = page.Locator("header.bar .me > :first-child");
            Assert.True(await name.EvaluateAsync<bool>("name => name.scrollWidth <= name.clientWidth"), "The name is cut.");
            var edges = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('header.bar .me, main > :first-child')].map(e => e.getBoundingClientRect().right)");
            Assert.True(edges[0] <= edges[1] + 1, "The header reaches past the page's edge.");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_ones_own_opens_behind_the_name_with_or_without_script(bool script)
    {
        var page = await site.SignedInAsync((await site.AMemberAsync(_longName)).Mail, script);
        await page.GotoAsync("/");
        var own = page.GetByRole(AriaRole.Navigation, new() { Name = "Akun saya" });
        await Expect(own).ToBeHiddenAsync();
        await Expect(page.Locator("header.bar .me")).ToHaveAttributeAsync("title", _longName);
        await page.Locator("header.bar .me").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(own).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(own).ToBeHiddenAsync();
        await page.Locator("header.bar .me").ClickAsync();
        await own.GetByRole(AriaRole.Link, new() { Name = "Masukan saya" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Masukan saya");
    }

    [Fact]
    public async Task Header_with_the_menu_open()
    {
        var page = await site.SignedInAsync((await site.AMemberAsync(_longName, Role.Moderator, "Dinas Kominfo")).Mail);
        await page.GotoAsync("/tentang");
        await page.Locator("header.bar .me").ClickAsync();
        await page.InspectAsync();
    }
}
