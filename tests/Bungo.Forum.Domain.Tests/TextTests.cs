using System.Text;
using CsCheck;

namespace Bungo.Forum.Domain.Tests;

public class TextTests
{
    [Fact]
    public void Line_ends_are_LF_and_blank_ends_are_gone() => Assert.Equal("a\nb\n\nc", Text.Normalize("\uFEFF  a\r\nb\r\rc \n"));

    [Fact]
    public void What_looks_the_same_is_the_same_bytes() => Assert.Equal(Text.Normalize("caf\u00e9"), Text.Normalize("cafe\u0301"));

    [Fact]
    public void Direction_overrides_and_lone_surrogates_are_dropped_and_emoji_stay() =>
        Assert.Equal("ab🙂", Text.Normalize("a\u202Eb\ud800🙂"));

    [Fact]
    public void Characters_that_are_none_are_dropped_and_break_nothing() =>
        Assert.Equal("abcde", Text.Normalize("a\uFFFEb\uFFFFc\uFDD0d\uFDEFe"));

    [Fact]
    public void Normalising_twice_is_normalising_once_and_always_gives_valid_UTF8() =>
        Gen.String.Sample(raw =>
        {
            var once = Text.Normalize(raw);
            return Text.Normalize(once) == once && new UTF8Encoding(false, true).GetByteCount(once) >= 0;
        });

    [Theory]
    [InlineData("Kriteria Seleksi PPPK 2026!", "kriteria-seleksi-pppk-2026")]
    [InlineData("  -- Éliminasi --  ", "eliminasi")]
    [InlineData("招聘", "tanpa-judul")]
    public void A_slug_is_ascii_words(string title, string slug) => Assert.Equal(slug, Slug.Of(title));
}
