using System.Net;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Features.Operations;

public class OperationsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_site_with_its_tables_is_alive_and_ready(string address)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Healthy", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_on_the_same_machine_gets_the_figures()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        await http.GetAsync(new Uri("/pengumuman", UriKind.Relative));
        using var response = await http.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("http_server_request_duration_seconds", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Nobody_gets_them_through_a_proxy(string header, string value)
    {
        using var http = Asking(new Uri("/metrics", UriKind.Relative), header, value, out var request);
        using var response = await http.SendAsync(request);
        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_jobs_dashboard_is_for_administrators()
    {
        var admin = await host.AVisitorAsync(await host.AnAccountAsync(Role.Admin));
        await admin.GetAsync("/jobs");
        Assert.Equal((HttpStatusCode.OK, "/jobs"), (admin.Status, admin.Path));
        foreach (var role in new[] { Role.Warga, Role.Pejabat, Role.Moderator, Role.Penilai })
        {
            var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
            await visitor.GetAsync("/jobs");
            Assert.False(visitor.Status == HttpStatusCode.OK && visitor.Path == "/jobs", role.ToString());
        }

        var stranger = host.AVisitor();
        await stranger.GetAsync("/jobs");
        Assert.StartsWith("/masuk", stranger.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_are_told_what_is_not_for_them()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var robots = await http.GetStringAsync(new Uri("/robots.txt", UriKind.Relative));
        Assert.Contains("Disallow: /moderasi\n", robots, StringComparison.Ordinal);
        Assert.Contains("Allow: /moderasi/catatan\n", robots, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /pengumuman\n", robots, StringComparison.Ordinal);
    }

    private HttpClient Asking(Uri address, string header, string value, out HttpRequestMessage request)
    {
        request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value);
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
    }
}
