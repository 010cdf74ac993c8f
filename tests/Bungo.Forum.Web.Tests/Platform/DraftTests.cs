using System.Net;
using AngleSharp.Html.Dom;

namespace Bungo.Forum.Web.Tests.Platform;

/// <summary>The browser forgets what was typed only when the server says that it arrived.</summary>
public class DraftTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_form_that_arrived_is_told_by_the_name_of_its_draft()
    {
        var told = await SendAsync("Usul: daftar hadir diterima sebagai bukti.", "topic-new/7");
        Assert.Equal("topic-new/7", told);
    }

    [Fact]
    public async Task A_form_that_came_back_with_an_error_is_still_needed() => Assert.Null(await SendAsync("", "topic-new"));

    [Fact]
    public async Task A_form_without_script_gets_no_such_cookie() => Assert.Null(await SendAsync("Usul: daftar hadir diterima sebagai bukti.", null));

    private async Task<string?> SendAsync(string body, string? draft)
    {
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync("/diskusi/baru");
        var form = visitor.Page.QuerySelector("main form")!;
        var fields = new Dictionary<string, string> { ["Subject"] = "Bukti pengalaman", ["Body"] = body };
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()) fields[hidden.Name!] = hidden.Value;
        if (draft is not null) fields["draft"] = draft;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await visitor.Http.PostAsync(new Uri("/diskusi/baru", UriKind.Relative), content);
        var cookie = visitor.Cookies.GetCookies(host.Address)["draft-done"]?.Value;
        return cookie is null ? null : WebUtility.UrlDecode(cookie);
    }
}
