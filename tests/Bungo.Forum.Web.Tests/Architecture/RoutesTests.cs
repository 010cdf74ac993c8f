using System.Net;
using System.Net.Http.Json;
using System.Text;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Architecture;

/// <summary>
/// Every address of the site with who may go there, held against a list that a person has read. A new page is
/// a new line in <c>Routes.golden.txt</c>; run the test with <c>ACCEPT_GOLDEN=1</c> to write it, then read the
/// difference before committing. The other tests go to each of these addresses as everybody who may not.
/// </summary>
public sealed class RoutesTests(ForumHost host) : IClassFixture<ForumHost>
{
    private static readonly string Golden = Path.Combine(SourceTree.Root, "tests", "Bungo.Forum.Web.Tests", "Routes.golden.txt");

    [Fact]
    public async Task The_addresses_and_who_may_go_there_are_those_of_the_golden_list()
    {
        var actual = (await SiteRoute.AllAsync(host.Services)).Select(r => r.ToString()).ToList();
        Assert.True(actual.Count > 30, $"{actual.Count} routes found");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1") await File.WriteAllLinesAsync(Golden, actual);
        var expected = File.Exists(Golden) ? await File.ReadAllLinesAsync(Golden) : [];

        var difference = new StringBuilder();
        foreach (var line in actual.Except(expected)) difference.Append("+ ").AppendLine(line);
        foreach (var line in expected.Except(actual)) difference.Append("- ").AppendLine(line);
        Assert.True(difference.Length == 0 && actual.SequenceEqual(expected), $"{Golden} differs; ACCEPT_GOLDEN=1 writes it\n{difference}");
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_wherever_it_is_not_open_to_all()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        var inspected = 0;
        foreach (var route in (await SiteRoute.AllAsync(host.Services)).Where(r => !r.IsOpenToAll && !r.IsOpenToThisMachine))
        {
            foreach (var method in route.Methods)
            {
                inspected++;
                var answer = await SendAsync(http, method, route);
                if (route.IsApi) Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {route}: {answer.StatusCode}");
                else Assert.True(answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.OriginalString.Contains("/masuk", StringComparison.Ordinal), $"{method} {route}: {answer.StatusCode}");
            }
        }

        Assert.True(inspected > 10, $"inspected {inspected}");
    }

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Pejabat)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public async Task Each_role_is_refused_wherever_its_permissions_do_not_reach(Role role)
    {
        var account = await host.AnAccountAsync(role);
        using var visitor = await host.AVisitorAsync(account);
        using var program = await host.AProgramAsync(account);
        var (refused, open) = (0, 0);
        foreach (var route in (await SiteRoute.AllAsync(host.Services)).Where(r => r.Permissions.Count > 0))
        {
            if (route.Permissions.All(p => role.Allows(p)))
            {
                open++;
                continue;
            }

            foreach (var method in route.Methods)
            {
                refused++;
                var answer = await SendAsync(route.IsApi ? program : visitor.Http, method, route);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{role}: {method} {route}: {answer.StatusCode}");
            }
        }

        Assert.True(refused + open > 5, $"{role}: {refused} refused, {open} open");
    }

    [Fact]
    public void Every_role_is_in_the_table_of_the_refused() => Assert.Equal(5, Enum.GetValues<Role>().Length);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string method, SiteRoute route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), route.Sample);
        // An empty form, so that nothing is given back: these tests ask who may enter, not what is kept.
        if (method is not ("GET" or "HEAD")) request.Content = route.IsApi ? JsonContent.Create(new { }) : new FormUrlEncodedContent([]);
        return await http.SendAsync(request);
    }
}
