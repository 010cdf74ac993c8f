namespace Bungo.Forum.Web.Tests;

/// <summary>The research data that may lie beside the checkout; a test that needs it is skipped, visibly, where it does not.</summary>
internal static class SharedData
{
    public static string Require(params string[] path)
    {
        var file = Path.Combine([SourceTree.Root, "..", "shared", "data", .. path]);
        Assert.SkipUnless(Path.Exists(file), $"No shared/data/{string.Join('/', path)} beside this checkout");
        return file;
    }
}
