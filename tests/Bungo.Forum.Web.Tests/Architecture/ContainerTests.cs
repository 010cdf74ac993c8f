namespace Bungo.Forum.Web.Tests.Architecture;

public class ContainerTests
{
    /// <summary>In a container the site listens on all interfaces, an address no letter can lead to; so it has to be told its own.</summary>
    [Fact]
    public void A_site_that_listens_on_all_interfaces_is_told_its_public_address()
    {
        var compose = File.ReadAllText(Path.Combine(SourceTree.Root, "docker-compose.yml"));
        Assert.Contains("http://0.0.0.0:", compose, StringComparison.Ordinal);
        Assert.Contains("Region__PublicAddress: \"${PUBLIC_ADDRESS:-", compose, StringComparison.Ordinal);
    }
}
