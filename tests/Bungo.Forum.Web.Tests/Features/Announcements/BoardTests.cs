using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Features.Announcements;

public class BoardTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task The_board_shows_pinned_ones_first_and_nothing_withdrawn()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        var pinned = await host.AnAnnouncementAsync("Yang penting", by: official, pinUntil: host.Now.AddDays(1));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var newest = await host.AnAnnouncementAsync("Yang terbaru", by: official);
        var withdrawn = await host.AnAnnouncementAsync("Yang ditarik", by: official);
        var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync($"/pengumuman/{withdrawn.Slug}/tarik");
        await visitor.SubmitAsync("main form button", ("Reason", "Sebab"));

        var board = await host.AVisitor().GetAsync("/papan");
        var items = board.QuerySelectorAll("#board > li").Select(i => i.Id).ToList();
        Assert.Equal($"board-{pinned.Id}", items[0]);
        Assert.True(items.IndexOf($"board-{newest.Id}") > 0);
        Assert.DoesNotContain($"board-{withdrawn.Id}", items);
    }

    [Fact]
    public async Task The_board_needs_no_account_and_no_script_and_is_never_stored()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync(new Uri("/papan", UriKind.Relative));
        Assert.True(response.Headers.CacheControl!.NoStore);
        var visitor = host.AVisitor();
        var board = await visitor.GetAsync("/papan");
        Assert.Contains("http-equiv=\"refresh\"", board.QuerySelector("head noscript")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(12, board.Body!.GetAttribute("data-version")!.Length);
        Assert.Equal(
            host.Now.ToOffset(TimeSpan.FromHours(7)).ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture),
            board.QuerySelector(".board-clock")!.TextContent);
        Assert.NotNull(board.QuerySelector("#board[data-live-stream=announcements][data-live-number]"));
        Assert.NotNull(board.QuerySelector("[data-live-stream=consultations][data-live-number] > #board-0"));
    }

    [Fact]
    public async Task What_is_sent_live_is_what_the_board_shows()
    {
        var announcement = await host.AnAnnouncementAsync("Dikirim langsung");
        var sent = (await SentAsync("announcements")).QuerySelector($"#board-{announcement.Id}")!;
        var shown = (await host.AVisitor().GetAsync("/papan")).QuerySelector($"#board-{announcement.Id}")!;
        Assert.Equal(shown.OuterHtml, sent.OuterHtml);
    }

    [Fact]
    public async Task An_open_consultation_stands_beside_and_comes_live()
    {
        var consultation = await host.AnOpenConsultationAsync();
        var sent = (await SentAsync("consultations")).QuerySelector("#board-0")!;
        Assert.Contains(consultation.Title, sent.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 hari lagi", sent.TextContent, StringComparison.Ordinal);
        var shown = (await host.AVisitor().GetAsync("/papan")).QuerySelector("#board-0")!;
        Assert.Equal(shown.OuterHtml, sent.OuterHtml);
    }

    private async Task<AngleSharp.Dom.IParentNode> SentAsync(string stream)
    {
        using var json = System.Text.Json.JsonDocument.Parse(await host.AVisitor().Http.GetStringAsync(new Uri($"/live/{stream}?after=0", UriKind.Relative)));
        var html = string.Concat(json.RootElement.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("html").GetString()));
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<ul>{html}</ul>");
    }

    [Fact]
    public async Task The_address_is_there_as_a_code_for_the_phone()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync(new Uri("/papan/alamat.svg", UriKind.Relative));
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        var svg = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
    }
}
