using System.Net;
using System.Text.RegularExpressions;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;

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
