using Bungo.Forum.Web.Tests.Architecture;

namespace Bungo.Forum.Web.Tests.Attacks;

/// <summary>Every address by every method, also by those nobody thought of: the site says no, and never that it is out of order.</summary>
public class HostileMethodTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PAGE")]
    [InlineData("PAGEHANDLER")]
    [InlineData("POST", "?handler=Executed")]
    [InlineData("PAGE", "?handler=HandlerExecuted")]
    [InlineData("POST", "?handler=TidakAda")]
    public async Task No_method_brings_an_address_down(string method, string query = "")
    {
        using var member = await host.AVisitorOnAsync(await host.AnAccountAsync(), "/tata-tertib");
        var token = member.Page.QuerySelector("form#act [name=form_token]")!.GetAttribute("value")!;
        using var stranger = host.AVisitor();
        var (asked, faults) = (0, new List<string>());
        foreach (var route in await SiteRoute.AllAsync(host.Services))
        {
            foreach (var visitor in new[] { member, stranger })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(route.Sample + query, UriKind.Relative));
                if (method != "TRACE") request.Headers.Add("X-Form-Token", token);
                using var answer = await visitor.Http.SendAsync(request);
                asked++;
                if ((int)answer.StatusCode >= 500) faults.Add($"{(int)answer.StatusCode} {route.Address} by {(visitor == member ? "a member" : "a stranger")}");
            }
        }

        Assert.True(asked > 100 && faults.Count == 0, string.Join('\n', faults.Prepend($"{asked} asked")));
    }
}
