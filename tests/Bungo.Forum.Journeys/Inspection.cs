using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Bungo.Forum.Journeys;

/// <summary>
/// What every page must bear: axe finds nothing and nothing is wider than the screen, on a small phone by daylight and
/// on a desk in the dark. Colours do not change with the width, so two looks of four tell all.
/// </summary>
internal static class Inspection
{
    private static readonly (int Width, ColorScheme Scheme)[] _looks = [(360, ColorScheme.Light), (1280, ColorScheme.Dark)];

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Where pictures of the inspected pages go, for somebody who wants to look at them: <c>FORUM_PICTURES=folder</c>.</summary>
    private static readonly string? _pictures = Environment.GetEnvironmentVariable("FORUM_PICTURES");

    public static async Task InspectAsync(this IPage page, [CallerMemberName] string name = "")
    {
        var faults = new List<string>();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        // Put in once for both looks; the site has no frames, whose sake the package's own call opens another page for.
        await page.EvaluateAsync(_axe);
        foreach (var (width, scheme) in _looks)
        {
            await page.SetViewportSizeAsync(width, 780);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            if (_pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, $"{name}-{width}.png"), FullPage = true });
            var found = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))");
            faults.AddRange(found.Select(fault => $"{width} {scheme}: {fault}"));
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width) faults.Add($"{width}: the page is {wide} wide");
        }

        await page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
