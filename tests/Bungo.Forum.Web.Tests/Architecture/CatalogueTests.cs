using System.Text.RegularExpressions;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.PublicActs;

namespace Bungo.Forum.Web.Tests.Architecture;

public partial class CatalogueTests
{
    [Fact]
    public void The_catalogue_lists_every_public_act_and_nothing_else()
    {
        var acts = typeof(PublicAct).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PublicAct)) && !t.IsAbstract).Select(t => t.Name).Order().ToList();
        Assert.True(acts.Count > 10, $"{acts.Count} acts");
        var rows = Row().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "src", "Bungo.Forum.Web", "PublicActs", "CATALOGUE.md")));
        Assert.Equal(acts, rows.Select(r => r.Groups[1].Value).Order());
        var kinds = rows.SelectMany(r => r.Groups[2].Value.Split(',')).Select(k => k.Trim(' ', '`')).ToList();
        Assert.All(kinds, k => Assert.NotNull(ActKinds.Find(k)));
        // A tombstone is one kind whether it counts or lists; every other kind has one maker.
        Assert.Equal(["hapus"], kinds.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
