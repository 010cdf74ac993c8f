using CsCheck;

namespace Bungo.Forum.Ledger.Tests;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\r\r\n\n", "\n\n\n")]
    [InlineData("\ufeffteks", "teks")]
    [InlineData("te\ufeffks", "te\ufeffks")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("A\u030a", "\u00c5")]
    [InlineData("a\u2028b\u0085c\fd", "a\u2028b\u0085c\fd")]
    [InlineData("  spasi  ", "  spasi  ")]
    [InlineData("", "")]
    public void Text_is_brought_to_one_form(string raw, string expected) => Assert.Equal(expected, NormalizedText.Of(raw).Value);

    [Fact]
    public void Normal_text_stays_as_it_is() =>
        Gens.Text.Sample(raw => NormalizedText.Of(NormalizedText.Of(raw).Value).Equals(NormalizedText.Of(raw)));

    [Fact]
    public void However_lines_were_ended_the_text_is_the_same() =>
        Gens.Text.Where(t => !t.Contains('\r', StringComparison.Ordinal)).Sample(raw =>
            NormalizedText.Of(raw.Replace("\n", "\r\n", StringComparison.Ordinal)).Equals(NormalizedText.Of(raw))
            && NormalizedText.Of(raw.Replace('\n', '\r')).Equals(NormalizedText.Of(raw)));

    // Not a theory: the attribute would carry the text as UTF-8, which has no lone surrogates.
    [Fact]
    public void A_lone_surrogate_is_refused_at_its_place()
    {
        foreach (var (raw, place) in new[] { ("a\ud83d", 1), ("\ude02\ud83d", 0), ("\ud83d\ude02\ud83d\ud83d", 2), ("ab\ud83dc", 2) })
        {
            var refusal = Some.Refusal(() => NormalizedText.Of(raw));
            Assert.Equal((LedgerFault.LoneSurrogate, $"character {place}"), (refusal.Fault, refusal.Detail));
        }
    }
}
