using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Tests.Platform.Sequencing.Witnesses;

namespace Bungo.Forum.Web.Tests.Features.Operations;

/// <summary>What an administrator reads on <c>/operasi</c>.</summary>
public sealed class OperationsPageTests(TestPostgres postgres)
{
    [Fact]
    public async Task It_is_for_administrators()
    {
        await using var host = new ForumHost(postgres);
        await host.InitializeAsync();
        foreach (var role in new[] { Role.Warga, Role.Pejabat, Role.Moderator, Role.Penilai })
        {
            var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
            await visitor.GetAsync("/operasi");
            Assert.NotEqual(HttpStatusCode.OK, visitor.Status);
        }

        var admin = await host.AVisitorAsync(await host.AnAccountAsync(Role.Admin));
        await admin.GetAsync("/operasi");
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        Assert.Equal(
            ["Buku publik", "Saksi", "Basis data", "Pekerjaan latar", "Surel", "Ruang disk"],
            admin.Page.QuerySelectorAll("main h2").Select(h => h.TextContent));
    }

    [Fact]
    public async Task A_witness_that_stays_away_becomes_an_alarm()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync();
        var admin = await site.Host.AVisitorAsync(await site.Host.AnAccountAsync(Role.Admin));
        Assert.Equal("bad", await StateAsync("lembaga"));
        await site.Push.RunAsync(site.Host.Now, TestContext.Current.CancellationToken);
        Assert.Equal(("good", "good"), (await StateAsync("lembaga"), await StateAsync("Kuorum")));
        await site.Host.AdvanceAsync(TimeSpan.FromHours(48));
        Assert.Equal("good", await StateAsync("lembaga"));
        await site.Host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(("bad", "bad"), (await StateAsync("lembaga"), await StateAsync("Kuorum")));
        Assert.NotNull(admin.Page.QuerySelector("main [role=alert]"));

        async Task<string?> StateAsync(string name)
        {
            await admin.GetAsync("/operasi");
            return admin.Page.QuerySelectorAll("main dt").Single(d => d.TextContent == name).NextElementSibling!.GetAttribute("data-wellness");
        }
    }

    [Fact]
    public async Task A_ledger_that_stands_still_is_told_with_what_to_do()
    {
        await using var host = new ForumHost(postgres);
        await host.InitializeAsync();
        var admin = await host.AVisitorAsync(await host.AnAccountAsync(Role.Admin));
        ((LogState)host.Services.GetService(typeof(LogState))!).Stops(new LogFaultException(LogTrouble.FilesNotWritable, "uji"));
        await admin.GetAsync("/operasi");
        Assert.Contains("FilesNotWritable", admin.Page.QuerySelector("[data-wellness=bad]")!.TextContent, StringComparison.Ordinal);
    }
}
