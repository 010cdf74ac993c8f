using System.Globalization;
using System.Text.RegularExpressions;

namespace Bungo.Forum.Web.Tests.Architecture;

/// <summary>A decision is known by its number, in comments too; so numbers have no gap and none is named that is not there.</summary>
public partial class DecisionsTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "src", "decisions");

    [Fact]
    public void Decisions_are_numbered_from_one_without_a_gap_in_name_and_heading()
    {
        var files = Directory.GetFiles(Folder, "*.md").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        for (var i = 0; i < files.Count; i++)
        {
            Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{i + 1:0000}-"), Path.GetFileName(files[i]), StringComparison.Ordinal);
            Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"# {i + 1}. "), File.ReadLines(files[i]).First(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_decision_that_is_named_exists()
    {
        var count = Directory.GetFiles(Folder, "*.md").Length;
        var sources = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".md" or ".cshtml" && !Built().IsMatch(f));
        var named = sources.SelectMany(f => Named().Matches(File.ReadAllText(f))).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        Assert.True(named.Count >= 5, $"{named.Count} mentions");
        Assert.All(named, n => Assert.InRange(n, 1, count));
    }

    [GeneratedRegex(@"\bdecision ([0-9]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}
