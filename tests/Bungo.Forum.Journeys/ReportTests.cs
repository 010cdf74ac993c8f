using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

public class ReportTests(RunningSite site)
{
    /// <summary>The month before this one: the demonstration community was there, and it is over.</summary>
    private static string LastMonth => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_operator_compiles_a_report_and_a_reader_checks_it()
    {
        var reader = await site.ABrowserAsync();
        await reader.GotoAsync("/laporan");
        await site.RunVerbAsync("report", "compile", "--period", LastMonth);
        await reader.ReloadAsync();
        await reader.Locator($"#reports a[href='/laporan/{LastMonth}']").ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Laporan transparansi");
        await Expect(reader.Locator("table#akun tbody tr").First).ToBeVisibleAsync();

        var json = await reader.APIRequest.GetAsync($"{site.Address}/laporan/{LastMonth}.json");
        var bytes = await json.BodyAsync();
        Assert.Equal(LastMonth, JsonDocument.Parse(bytes).RootElement.GetProperty("period").GetString());
        await Expect(reader.Locator(".digest")).ToHaveTextAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        var csv = await reader.RunAndWaitForDownloadAsync(() => reader.GetByRole(AriaRole.Link, new() { Name = "CSV" }).First.ClickAsync());
        Assert.StartsWith($"laporan-{LastMonth}", csv.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains(LastMonth, await File.ReadAllTextAsync(await csv.PathAsync()), StringComparison.Ordinal);
    }
}
