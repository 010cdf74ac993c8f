using System.Net;
using System.Text.RegularExpressions;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Announcements;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform;

/// <summary>What a form's script asks of the server is what the form without script shows.</summary>
public partial class PreviewTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public void Every_preview_button_names_a_text_of_its_own_form()
    {
        var pages = Directory.GetFiles(Path.Combine(SourceTree.Root, "src", "Bungo.Forum.Web", "Features"), "*.cshtml", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(p => p.Contains("name=\"preview\"", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count >= 6, $"{pages.Count} forms with a preview");
        foreach (var page in pages)
        {
            var names = Area().Matches(page).Select(m => m.Groups[1].Value).ToList();
            Assert.All(Button().Matches(page), b => Assert.Contains(b.Groups[1].Value, names));
            Assert.NotEmpty(Button().Matches(page));
        }
    }

    [Theory]
    [InlineData("**tebal**", "<strong>tebal</strong>")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    public async Task The_script_gets_what_the_page_would_show(string text, string html) =>
        Assert.Contains(html, await (await AskAsync(text)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task The_longest_text_any_form_takes_is_shown_and_a_longer_one_is_not()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(new string('a', Announcement.LongestBody))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await AskAsync(new string('a', Announcement.LongestBody + 1))).StatusCode);
    }

    [Fact]
    public async Task A_preview_of_an_edited_post_waits_for_nobody()
    {
        var author = await host.AnAccountAsync();
        var post = await host.APostAsync(await host.ATopicAsync(), author);
        await PreviewWhileRowsAreHeldAsync(author, $"/diskusi/kiriman/{post.Id}/sunting");
    }

    [Fact]
    public async Task A_preview_of_a_draft_waits_for_nobody()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        await PreviewWhileRowsAreHeldAsync(official, $"{Urls.WriteAnnouncement}/{(await host.ADraftAsync(official)).Id}");
    }

    [Fact]
    public async Task A_preview_of_a_correction_waits_for_nobody()
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        await PreviewWhileRowsAreHeldAsync(official, Urls.Announcement((await host.AnAnnouncementAsync(by: official)).Slug) + "/koreksi");
    }

    [Fact]
    public async Task A_preview_shows_nobody_the_form_of_another()
    {
        var topic = await host.ATopicAsync();
        var (hers, his) = (await host.APostAsync(topic), await host.APostAsync(topic));
        var visitor = await host.AVisitorAsync(await host.WithDbAsync(db => db.Accounts.SingleAsync(a => a.Id == his.AuthorId)));
        await visitor.GetAsync($"/diskusi/kiriman/{his.Id}/sunting");
        var token = visitor.Page.QuerySelector("form.reply input[name=form_token]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("form_token", token), new("Body", "Contoh"), new("preview", "Body")]);
        var own = await visitor.Http.PostAsync(new Uri($"/diskusi/kiriman/{his.Id}/sunting", UriKind.Relative), content);
        Assert.Contains("class=\"preview prose\"", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var other = await visitor.Http.PostAsync(new Uri($"/diskusi/kiriman/{hers.Id}/sunting", UriKind.Relative), content);
        Assert.DoesNotContain("class=\"preview prose\"", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    // A table held in this mode can be read by all and has no row that anybody else could lock.
    private async Task PreviewWhileRowsAreHeldAsync(Account by, string address)
    {
        var visitor = await host.AVisitorAsync(by);
        await visitor.GetAsync(address);
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var connection = await database.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table topic, post, account, announcement, announcement_draft in exclusive mode", connection, held);
        await hold.ExecuteNonQueryAsync();
        await visitor.SubmitAsync("button[name=preview]", ("Body", "**Contoh**")).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("Contoh", visitor.Page.QuerySelector(".preview strong")?.TextContent);
        Assert.Equal("**Contoh**", visitor.Page.QuerySelector("#Body")?.TextContent);
    }

    private async Task<HttpResponseMessage> AskAsync(string text)
    {
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        using var content = new FormUrlEncodedContent([new("text", text)]);
        return await visitor.Http.PostAsync(new Uri("/pratinjau", UriKind.Relative), content);
    }

    [GeneratedRegex("<textarea[^>]*? name=\"(\\w+)\"")]
    private static partial Regex Area();

    [GeneratedRegex("<button[^>]*? name=\"preview\" value=\"(\\w+)\"")]
    private static partial Regex Button();
}
