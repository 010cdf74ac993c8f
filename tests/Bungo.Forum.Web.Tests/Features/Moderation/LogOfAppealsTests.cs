using System.Net;
using System.Text;
using System.Xml.Linq;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Features.Moderation;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

public class LogOfAppealsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task The_log_is_filtered_by_what_became_of_appeals()
    {
        var untouched = await host.HideAsync(await host.APostAsync(await host.ATopicAsync()));
        var (rejected, _) = await host.ARejectedAppealAsync();
        var (granted, _) = await host.AFindingAsync();
        var (waiting, author) = await host.ARejectedAppealAsync();
        await host.AppealAsync(waiting, author);
        await ShowsAsync("ada", [rejected, granted, waiting], [untouched]);
        await ShowsAsync("menunggu", [waiting], [untouched, rejected, granted]);
        await ShowsAsync("dikabulkan", [granted], [untouched, rejected, waiting]);
        await ShowsAsync("ditolak", [rejected, waiting], [untouched, granted]);
    }

    [Fact]
    public async Task The_file_tells_of_criticism_two_deciders_and_appeals()
    {
        var (granted, _) = await host.AFindingAsync();
        var lines = (await host.AVisitor().Http.GetStringAsync(new Uri("/moderasi/catatan.csv?banding=dikabulkan", UriKind.Relative))).Split("\r\n");
        var row = Assert.Single(lines, l => l.StartsWith($"{granted.Id},", StringComparison.Ordinal));
        Assert.EndsWith("tautan,kritik,pemutus,banding,hasil_banding,hasil_banding_kedua,batas_banding", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",tidak,1,2,ditolak,dikabulkan,", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_carries_decisions_and_rulings_with_their_reasons_and_answers_304()
    {
        var (decision, finding) = await host.AFindingAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.GetAsync(new Uri(LogFeed.Address, UriKind.Relative));
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Elements(atom + "entry").ToDictionary(e => e.Element(atom + "id")!.Value);
        Assert.Contains(Desk.Reason, entries[$"urn:uuid:{decision.ObjectId}"].Value, StringComparison.Ordinal);
        Assert.Contains(finding.Reason, entries[$"urn:uuid:{finding.ActId}"].Value, StringComparison.Ordinal);
        Assert.EndsWith(Urls.Decision(decision.Id), entries[$"urn:uuid:{finding.ActId}"].Element(atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.NotNull((await host.AVisitor().GetAsync(Urls.ModerationLog)).QuerySelector($"main a[href='{LogFeed.Address}']"));
        using var again = new HttpRequestMessage(HttpMethod.Get, LogFeed.Address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task The_words_of_an_appeal_go_with_their_authors_account_and_the_ledger_says_so()
    {
        var author = await host.AnAccountAsync();
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), author));
        var (own, other) = (await host.AppealAsync(decision, author), await host.AppealAsync(decision, await host.AnAccountAsync()));
        await host.WithAsync<AccountErasure, bool>(async erasure =>
        {
            await erasure.EraseAsync(author.Id, default);
            return true;
        });
        await using (var scope = host.Services.CreateAsyncScope())
            foreach (var erasure in scope.ServiceProvider.GetServices<IErasure>()) await erasure.RunAsync(default);

        Assert.Equal([null, Court.Words], await host.WithDbAsync(db => db.Appeals.Where(a => a.DecisionId == decision.Id).OrderBy(a => a.Id).Select(a => a.Reason).ToListAsync()));
        Task<OpeningState> StateAsync(Guid act) => host.WithDbAsync(db => db.ActOpenings.Where(o => o.ActId == act && o.Label == "alasan").Select(o => o.State).SingleAsync());
        Assert.Equal((OpeningState.Destroyed, OpeningState.Open), (await StateAsync(own.ActId), await StateAsync(other.ActId)));
        var tombstones = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.Kind == "hapus" && a.ObjectId == decision.Post!.ObjectId).Select(a => a.Leaf).ToListAsync());
        Assert.Contains(tombstones, l => Encoding.UTF8.GetString(l).Contains(PublicActs.LedgerId.Of(own.ActId), StringComparison.Ordinal));
        Assert.Contains("dihapus bersama akun", (await host.AVisitor().GetAsync(Urls.Decision(decision.Id))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task ShowsAsync(string appealed, Decision[] those, Decision[] notThese)
    {
        var reader = await host.AVisitorAsync(await host.AnAccountAsync());
        await reader.GetAsync($"{Urls.ModerationLog}?banding={appealed}");
        Assert.All(those, d => Assert.NotNull(reader.Page.QuerySelector($"#decision-{d.Id}")));
        Assert.All(notThese, d => Assert.Null(reader.Page.QuerySelector($"#decision-{d.Id}")));
    }
}
