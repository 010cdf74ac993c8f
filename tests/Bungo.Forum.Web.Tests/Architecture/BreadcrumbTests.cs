using System.Text.RegularExpressions;

namespace Bungo.Forum.Web.Tests.Architecture;

public partial class BreadcrumbTests
{
    [Fact]
    public void Every_breadcrumb_has_the_sheets_class()
    {
        var crumbs = Directory.GetFiles(Path.Combine(SourceTree.Root, "src", "Bungo.Forum.Web", "Features"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(p => Crumb().Matches(File.ReadAllText(p)).Select(m => $"{Path.GetFileName(p)}: {m.Groups[1].Value}")).ToList();
        Assert.True(crumbs.Count > 5, $"{crumbs.Count} breadcrumbs");
        Assert.All(crumbs, c => Assert.EndsWith(": crumb", c, StringComparison.Ordinal));
    }

    [GeneratedRegex("<nav class=\"([^\"]*)\" aria-label=\"@T\\(\"[^\"]*\", \"Breadcrumb\"\\)\"")]
    private static partial Regex Crumb();
}
