using Bungo.Forum.Domain.Passages;

namespace Bungo.Forum.Domain.Tests.Passages;

public class PlacingTests
{
    private const string Age = "Usia paling tinggi 35 tahun pada saat pendaftaran.";
    private const string Study = "Pendidikan paling rendah diploma tiga kebidanan.";
    private const string Work = "Pengalaman kerja paling singkat dua tahun di puskesmas.";

    [Theory]
    [InlineData($"{Age} {Study} {Work}", Study, $"{Study} {Work}", Fate.Applies, Study)]
    [InlineData($"{Age} {Study} {Work}", Study, $"{Age} Berlaku nasional. {Study} {Work}", Fate.Applies, Study)]
    [InlineData($"{Age} {Study} {Work}", Age, $"{Study} {Work} {Age}", Fate.Moved, Age)]
    [InlineData($"{Age} {Study}", "35 tahun", $"Usia paling tinggi 40 tahun pada saat pendaftaran. {Study}", Fate.Reworded, "40 tahun")]
    [InlineData($"{Age} {Study}", Age, $"Usia paling tinggi 40 tahun pada saat melamar. {Study}", Fate.Reworded, "Usia paling tinggi 40 tahun pada saat melamar.")]
    [InlineData($"{Study} {Age} {Work}", Age, $"{Study} Umur maksimal empat puluh. {Work}", Fate.Reworded, "Umur maksimal empat puluh.")]
    [InlineData($"{Study} {Age} {Work}", Age, $"{Study} Usia paling tinggi 35 tahun. Dihitung pada saat pendaftaran. {Work}", Fate.Reworded, "Usia paling tinggi 35 tahun. Dihitung pada saat pendaftaran.")]
    [InlineData($"{Study} {Age} {Work}", Age, $"{Study} {Work}", Fate.Undecided, null)]
    [InlineData(Age, Age, Work, Fate.Undecided, null)]
    public void Words_are_followed_into_the_next_wording(string before, string words, string after, Fate fate, string? now)
    {
        var placement = Place(before, words, after);
        Assert.Equal(fate, placement.Fate);
        Assert.Equal(now, placement.Range?.In(after));
    }

    [Fact]
    public void Of_two_equal_sentences_one_that_goes_leaves_the_other_to_an_official()
    {
        var before = $"{Age} {Study} {Age} {Work}";
        foreach (var at in new[] { 0, before.LastIndexOf(Age, StringComparison.Ordinal) })
            Assert.Equal(Fate.Undecided, Placing.Follow(new TextRange(at, Age.Length), before, $"{Age} {Study} {Work}", PlainAligner.Align(before, $"{Age} {Study} {Work}")).Fate);
    }

    [Fact]
    public void Of_two_equal_sentences_that_both_stay_each_keeps_its_own()
    {
        var before = $"{Age} {Study} {Age} {Work}";
        var after = $"{Age} {Study} {Age} Berlaku nasional. {Work}";
        var second = before.LastIndexOf(Age, StringComparison.Ordinal);
        Assert.Equal(new Placement(Fate.Applies, new TextRange(second, Age.Length)), Placing.Follow(new TextRange(second, Age.Length), before, after, PlainAligner.Align(before, after)));
    }

    /// <summary>The words are the same and the sentence is another: a search would have found them.</summary>
    [Theory]
    [InlineData("Usia 35 tahun saat mendaftar. Pendidikan diploma.", "Pendidikan diploma. Masa kerja 35 tahun dihitung penuh.")]
    [InlineData("Usia 35 tahun saat mendaftar.", "Masa kerja 35 tahun dihitung penuh.")]
    public void A_few_words_found_in_another_sentence_are_not_taken_for_those(string before, string after) =>
        Assert.Equal(Fate.Undecided, Place(before, "35 tahun", after).Fate);

    [Fact]
    public void An_empty_alignment_still_finds_what_moved_and_nothing_else()
    {
        var none = new Alignment([]);
        Assert.Equal(Fate.Moved, Placing.Follow(new TextRange(0, Age.Length), $"{Age} {Study}", $"{Study} {Age}", none).Fate);
        Assert.Equal(Fate.Undecided, Placing.Follow(new TextRange(0, Age.Length), $"{Age} {Study}", $"{Study} {Work}", none).Fate);
    }

    private static Placement Place(string before, string words, string after) =>
        Placing.Follow(new TextRange(before.IndexOf(words, StringComparison.Ordinal), words.Length), before, after, PlainAligner.Align(before, after));
}
