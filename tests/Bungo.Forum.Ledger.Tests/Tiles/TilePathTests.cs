using Bungo.Forum.Ledger.Tiles;

namespace Bungo.Forum.Ledger.Tests.Tiles;

public sealed class TilePathTests
{
    [Theory]
    [InlineData("tile/0/000", 0, 0, 256)]
    [InlineData("tile/0/x001/x234/067", 0, 1_234_067, 256)]
    [InlineData("tile/0/x001/x234/067.p/5", 0, 1_234_067, 5)]
    [InlineData("tile/63/999.p/255", 63, 999, 255)]
    [InlineData("tile/2/x001/000", 2, 1000, 256)]
    [InlineData("tile/entries/x273/112.p/1", -1, 273_112, 1)]
    public void One_spelling_each(string text, int level, long index, int width)
    {
        var path = TilePath.Parse(text);
        Assert.Equal(new TilePath(level, index, width), path);
        Assert.Equal(text, path.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile")]
    [InlineData("tile/0")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/00")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/002")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/+1/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/05")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000.p/5/6")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/000/")]
    [InlineData("tile//000")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/entries")]
    [InlineData("tile/Entries/000")]
    [InlineData("tile/0/X001/000")]
    [InlineData("tile/0/٠٠١")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    public void Other_spellings_are_refused(string text)
    {
        Assert.False(TilePath.TryParse(text, out _));
        Assert.Equal(LedgerFault.TilePathForm, Some.Refusal(() => TilePath.Parse(text)).Fault);
    }

    [Fact]
    public void A_log_of_70_000_has_the_files_that_the_specification_counts()
    {
        var files = TilePath.Of(70_000).ToList();
        (int Level, int Full, int? Partial)[] expected = [(TilePath.Entries, 273, 112), (0, 273, 112), (1, 1, 17), (2, 0, 1)];
        Assert.Equal(expected, files.GroupBy(f => f.Level).Select(g => (g.Key, g.Count(f => f.IsFull), g.Where(f => !f.IsFull).Select(f => (int?)f.Width).SingleOrDefault())));
    }

    [Fact]
    public void A_log_of_256_has_one_full_tile_and_one_hash_above() =>
        Assert.Equal(["tile/entries/000", "tile/0/000", "tile/1/000.p/1"], TilePath.Of(256).Select(f => f.ToString()));

    [Fact]
    public void The_largest_log_ends_somewhere()
    {
        var last = TilePath.Unfinished(long.MaxValue).ToList();
        Assert.Equal(Enumerable.Range(0, 8), last.Select(t => t.Level));
        Assert.Equal((0L, 127), (last[^1].Index, last[^1].Width));
    }

    [Fact]
    public void An_empty_log_has_no_files() => Assert.Empty(TilePath.Of(0));
}
