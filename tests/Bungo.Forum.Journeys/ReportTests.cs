using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

public class ReportTests(RunningSite site)
{
    [Fact]
    public async Task The_operator_compiles_a_report_and_a_reader_checks_it()
    {
        var month = await site.AReportAsync();
        var reader = await site.ABrowserAsync();
        await reader.GotoAsync("/laporan");
        await reader.Locator($"#reports a[href='/laporan/{month}']").ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Laporan transparansi");
        await Expect(reader.Locator("table#akun tbody tr").First).ToBeVisibleAsync();

        var json = await reader.APIRequest.GetAsync($"{site.Address}/laporan/{month}.json");
        var bytes = await json.BodyAsync();
        Assert.Equal(month, JsonDocument.Parse(bytes).RootElement.GetProperty("period").GetString());
        await Expect(reader.Locator(".digest")).ToHaveTextAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        var csv = await reader.RunAndWaitForDownloadAsync(() => reader.GetByRole(AriaRole.Link, new() { Name = "CSV" }).First.ClickAsync());
        Assert.StartsWith($"laporan-{month}", csv.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains(month, await File.ReadAllTextAsync(await csv.PathAsync()), StringComparison.Ordinal);
    }
}
