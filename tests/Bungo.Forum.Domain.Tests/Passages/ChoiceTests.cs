using Bungo.Forum.Domain.Passages;
using CsCheck;

namespace Bungo.Forum.Domain.Tests.Passages;

public class ChoiceTests
{
    private const string Text = "Usia paling tinggi 35 tahun. Lihat Permen No. 6 Tahun 2024 pasal 22.\n\nMasa kerja paling singkat:\na. dua tahun di puskesmas;\nb. tiga tahun di rumah sakit. Usia dihitung saat mendaftar.";

    [Fact]
    public void A_text_falls_into_its_sentences_and_not_at_its_short_forms() => Assert.Equal(
        [
            "Usia paling tinggi 35 tahun.", "Lihat Permen No. 6 Tahun 2024 pasal 22.", "Masa kerja paling singkat:",
            "a. dua tahun di puskesmas;", "b. tiga tahun di rumah sakit.", "Usia dihitung saat mendaftar.",
        ],
        Sentences.Of(Text).Select(s => s.In(Text)));

    [Theory]
    [InlineData("paling tinggi", "paling tinggi")]
    [InlineData("  paling \n tinggi ", "paling tinggi")]
    [InlineData("tahun.\nLihat", "tahun. Lihat")]
    [InlineData("ling tin", "paling tinggi")]
    public void Typed_words_are_found_whatever_their_blanks_and_made_whole(string typed, string found) =>
        Assert.Equal(found, Choice.Of(Text, typed).Value.Exact);

    [Theory]
    [InlineData("", "passage-words-missing")]
    [InlineData(" \u200b", "passage-words-missing")]
    [InlineData("paling rendah", "passage-words-not-found")]
    [InlineData("tahun", "passage-words-in-several-places")]
    public void What_is_not_there_once_is_refused(string typed, string code)
    {
        Assert.True(Choice.Of(Text, typed).IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void What_stands_around_them_tells_which_of_several_is_meant()
    {
        var third = Choice.Of(Text, "tahun", "tiga ", " di rumah").Value;
        Assert.Equal(Text.IndexOf("tahun di rumah", StringComparison.Ordinal), third.Find(Text)!.Value.Start);
    }

    [Fact]
    public void A_quote_fits_in_its_own_text_in_one_place_however_often_the_words_are_repeated() =>
        Gen.Select(Gen.Int[0, 3].Select(i => "ab ."[i]).Array[1, 120], Gen.Int[0, 119], Gen.Int[1, 60]).Sample((chars, start, length) =>
        {
            var text = new string(chars);
            start %= text.Length;
            var range = new TextRange(start, Math.Min(length, text.Length - start));
            return Quote.Of(text, range).Find(text) == range;
        }, iter: 20_000);
}
