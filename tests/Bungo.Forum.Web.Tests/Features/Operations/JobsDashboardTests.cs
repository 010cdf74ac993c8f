using System.Net;
using System.Text.RegularExpressions;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Tests.Attacks.Writes;

namespace Bungo.Forum.Web.Tests.Features.Operations;

/// <summary>The dashboard is a site of its own behind one address: pages, figures, files and commands that start and delete jobs.</summary>
public sealed partial class JobsDashboardTests(ForumHost host) : IClassFixture<ForumHost>
{
    private static readonly string[] Addresses =
    [
        "/jobs", "/jobs/", "/jobs/servers", "/jobs/recurring", "/jobs/retries", "/jobs/jobs/enqueued", "/jobs/jobs/details/1", "/jobs/css-light1", "/jobs/js1",
        "/jobs/stats", "/jobs/recurring/trigger", "/jobs/recurring/remove", "/jobs/jobs/enqueued/delete", "/jobs/jobs/actions/requeue/1", "/jobs/../jobs/recurring", "/JOBS/recurring",
        "/jobs//recurring", "/jobs/%2e%2e/jobs/recurring",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Warga)]
    [InlineData(Role.Pejabat)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    public async Task Nobody_else_gets_anything_from_any_of_its_addresses_by_any_method(Role? role)
    {
        using var visitor = role is { } given ? await host.AVisitorAsync(await host.AnAccountAsync(given)) : host.AVisitor();
        foreach (var address in Addresses)
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "DELETE" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
                if (method is "POST" or "PUT") request.Content = new FormUrlEncodedContent([new("jobs[]", "write-asked-letters")]);
                using var answer = await visitor.Http.SendAsync(request);
                var refused = answer.RequestMessage!.RequestUri!.AbsolutePath == "/masuk" || (int)answer.StatusCode is 401 or 403 or 404;
                Assert.True(refused, $"{method} {address}: {(int)answer.StatusCode} at {answer.RequestMessage.RequestUri}");
                Assert.DoesNotContain("Hangfire", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task A_token_opens_it_to_nobody()
    {
        using var program = await host.AProgramAsync(await host.AnAccountAsync(Role.Admin));
        using var answer = await program.GetAsync(new Uri("/jobs", UriKind.Relative));
        Assert.Equal("/masuk", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task An_administrators_command_is_taken_with_the_pages_token_only()
    {
        using var admin = await host.AVisitorAsync(await host.AnAccountAsync(Role.Admin));
        await admin.GetAsync("/jobs/recurring");
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        var token = Token().Match(admin.Page.DocumentElement.OuterHtml).Groups[1].Value;
        Assert.NotEmpty(token);
        Assert.Equal(HttpStatusCode.NoContent, await CommandAsync(admin, token));
        Assert.Equal(HttpStatusCode.Forbidden, await CommandAsync(admin, null));
        Assert.Equal(HttpStatusCode.Forbidden, await CommandAsync(admin, "palsu"));
    }

    [Fact]
    public async Task Who_is_no_administrator_any_more_is_out_within_a_minute()
    {
        var account = await host.AnAccountAsync(Role.Admin);
        using var visitor = await host.AVisitorAsync(account);
        await visitor.GetAsync("/jobs");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        await host.TakeRoleAsync(account, Role.Warga);
        await host.AdvanceAsync(TimeSpan.FromSeconds(61));
        await visitor.GetAsync("/jobs");
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    private static async Task<HttpStatusCode> CommandAsync(Visitor admin, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/jobs/recurring/trigger", UriKind.Relative)) { Content = new FormUrlEncodedContent([new("jobs[]", "tidak-ada")]) };
        if (token is not null) request.Headers.Add("X-Form-Token", token);
        using var answer = await admin.Http.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("(CfDJ8[A-Za-z0-9_-]+)")]
    private static partial Regex Token();
}
