using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bungo.Forum.Journeys;

/// <summary>
/// What every page must bear: axe finds nothing and nothing is wider than the screen, on a small phone by daylight and
/// on a desk in the dark. Colours do not change with the width, so two looks of four tell all.
/// </summary>
internal static class Inspection
{
    private static readonly (int Width, ColorScheme Scheme)[] _looks = [(360, ColorScheme.Light), (1280, ColorScheme.Dark)];

    /// <summary>Where pictures of the inspected pages go, for somebody who wants to look at them: <c>FORUM_PICTURES=folder</c>.</summary>
    private static readonly string? _pictures = Environment.GetEnvironmentVariable("FORUM_PICTURES");

    public static async Task InspectAsync(this IPage page, [CallerMemberName] string name = "")
    {
        var faults = new List<string>();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        foreach (var (width, scheme) in _looks)
        {
            await page.SetViewportSizeAsync(width, 780);
            if (_pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, $"{name}-{width}.png"), FullPage = true });
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.RunAxe();
            faults.AddRange(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{width} {scheme}: {v.Id}: {n.Html}")));
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width) faults.Add($"{width}: the page is {wide} wide");
        }

        await page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
