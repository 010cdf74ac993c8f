using Bungo.Forum.Web.Platform.Rendering;
using CsCheck;

namespace Bungo.Forum.Web.Tests.Platform.Rendering;

public class WordDiffTests
{
    [Fact]
    public void A_changed_word_is_one_removal_and_one_addition()
    {
        Assert.Equal(
            [new(DiffKind.Same, "Tanggal "), new(DiffKind.Removed, "5"), new(DiffKind.Added, "7"), new(DiffKind.Same, " Desember.")],
            WordDiff.Between("Tanggal 5 Desember.", "Tanggal 7 Desember."));
    }

    [Fact]
    public void A_long_unchanged_stretch_is_cut_to_its_ends()
    {
        var middle = string.Join(' ', Enumerable.Repeat("sama", 500));
        var runs = WordDiff.Between($"awal {middle} akhir", $"mula {middle} ujung");
        Assert.All(runs, r => Assert.True(r.Text.Length < 400));
        Assert.Contains(runs, r => r.Text.Contains(" … ", StringComparison.Ordinal));
    }

    /// <summary>Short texts: taking the removals away gives the new text, taking the additions away the old.</summary>
    [Fact]
    public void Both_texts_can_be_read_back_from_it() =>
        Gen.Select(Gen.Int[0, 5].Array[0, 20], Gen.Int[0, 5].Array[0, 20]).Sample((a, b) =>
        {
            var (before, after) = (Words(a), Words(b));
            var runs = WordDiff.Between(before, after);
            return Join(runs, DiffKind.Added) == before && Join(runs, DiffKind.Removed) == after;
        });

    private static string Words(int[] picks) => string.Concat(picks.Select(p => new[] { "satu", "dua", " ", "\n", ", ", "tiga." }[p]));

    private static string Join(IEnumerable<DiffRun> runs, DiffKind without) => string.Concat(runs.Where(r => r.Kind != without).Select(r => r.Text));
}
