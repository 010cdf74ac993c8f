namespace Bungo.Forum.Web.Tests.Platform.Security;

public class HeadersTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("screen-wake-lock=(self)")]
    [InlineData("publickey-credentials-get=(self)")]
    [InlineData("publickey-credentials-create=(self)")]
    [InlineData("camera=()")]
    public async Task A_page_may_ask_the_browser_for_what_it_uses_and_nothing_else(string directive)
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/papan");
        var policy = Assert.Single(visitor.Response.Headers.GetValues("Permissions-Policy")).Split(',', StringSplitOptions.TrimEntries);
        Assert.True(policy.Contains(directive), string.Join(", ", policy));
        Assert.Equal(policy.Length, policy.Select(d => d.Split('=')[0]).Distinct().Count());
    }
}
