using Bungo.Forum.Web.Platform.Rendering;
using CsCheck;

namespace Bungo.Forum.Web.Tests.Platform.Rendering;

public class TextDiffTests
{
    [Fact]
    public void Neighbouring_words_replaced_are_one_replacement()
    {
        var runs = TextDiff.Between("paling singkat dua tahun kerja.", "paling singkat satu bulan kerja.");
        Assert.Equal(
            [new DiffRun(DiffKind.Same, "paling singkat "), new(DiffKind.Removed, "dua tahun"), new(DiffKind.Added, "satu bulan"), new(DiffKind.Same, " kerja.")], runs);
    }

    [Theory]
    [InlineData("oleh tiga pewawancara dengan rubrik tertulis.", "oleh tiga pewawancara, satu di antaranya dari luar instansi, dengan rubrik tertulis yang diumumkan.")]
    [InlineData("keterangan pimpinan atau dokumen kontrak.", "keterangan pimpinan, dokumen kontrak, atau daftar hadir.")]
    [InlineData("empat kata dan titik", "empat kata , dan titik")]
    public void No_blank_alone_is_struck_through(string before, string after)
    {
        using var html = new StringWriter();
        new DiffHtml(TextDiff.Between(before, after)).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.DoesNotMatch(@"(?s)(removed|dihapus): </span>\s+<span", html.ToString());
        Assert.DoesNotContain(TextDiff.Between(before, after), r => r.Kind == DiffKind.Removed && string.IsNullOrWhiteSpace(r.Text));
    }

    [Fact]
    public void A_blank_that_became_a_comma_shows_the_comma_alone()
    {
        using var html = new StringWriter();
        new DiffHtml([new(DiffKind.Same, "satu"), new(DiffKind.Removed, " "), new(DiffKind.Added, ","), new(DiffKind.Same, "dua")]).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.DoesNotContain("<del>", html.ToString());
    }

    [Fact]
    public void A_long_unchanged_stretch_is_cut_to_its_ends()
    {
        var middle = string.Join(' ', Enumerable.Repeat("sama", 500));
        var runs = TextDiff.Shortened(TextDiff.Between($"awal {middle} akhir", $"mula {middle} ujung"));
        Assert.All(runs, r => Assert.True(r.Text.Length < 400));
        Assert.Contains(runs, r => r.Text.Contains(" … ", StringComparison.Ordinal));
    }

    /// <summary>Whatever the two texts: without what was added it reads as before, without what was removed as after.</summary>
    [Fact]
    public void Nothing_is_lost_on_either_side()
    {
        var text = Gen.OneOf("dua", "tahun", " ", "  ", "\n\n", ",", "é", "😀", "-", "<b>").Array[0, 25].Select(string.Concat);
        Gen.Select(text, text).Sample((before, after) =>
        {
            var runs = TextDiff.Between(before, after);
            return string.Concat(runs.Where(r => r.Kind != DiffKind.Added).Select(r => r.Text)) == before
                && string.Concat(runs.Where(r => r.Kind != DiffKind.Removed).Select(r => r.Text)) == after
                && (before != after || runs.All(r => r.Kind == DiffKind.Same));
        });
    }
}
