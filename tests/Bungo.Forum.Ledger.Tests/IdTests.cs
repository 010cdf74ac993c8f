using CsCheck;

namespace Bungo.Forum.Ledger.Tests;

public sealed class IdTests
{
    [Fact]
    public void An_id_has_one_spelling_and_keeps_its_bytes() =>
        Gen.Byte.Array[16].Sample(bytes =>
        {
            var id = ActId.From(new Guid(bytes, bigEndian: true));
            var text = id.ToString();
            return text.Length == 22 && ActId.Parse(text) == id && id.ToGuid().ToByteArray(bigEndian: true).AsSpan().SequenceEqual(bytes)
                && text == Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        });

    [Theory]
    [InlineData("")]
    [InlineData("AAECAwQFBgcICQoLDA0OD")]
    [InlineData("AAECAwQFBgcICQoLDA0ODwA")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==")]
    [InlineData("AAECAwQFBgcICQoLDA0ODx")]  // same bytes to a lenient decoder
    [InlineData("AAECAwQFBgcICQoLDA0OD+")]
    [InlineData("AAECAwQF gcICQoLDA0ODw")]
    [InlineData("AAECAwQF/gcICQoLDA0ODw")]
    [InlineData("AAECAwQF+gcICQoLDA0ODw")]
    [InlineData("AAECAwQFégcICQoLDA0ODw")]
    public void Any_other_spelling_is_refused(string text)
    {
        Assert.False(ActId.TryParse(text, out _));
        Assert.False(ObjectId.TryParse(text, out _));
        Assert.Equal(LedgerFault.IdForm, Some.Refusal(() => ActId.Parse(text)).Fault);
        Assert.Equal(LedgerFault.IdForm, Some.Refusal(() => ObjectId.Parse(text)).Fault);
    }

    [Fact]
    public void Nothing_is_no_id() => Assert.False(ActId.TryParse(null, out _));

    // Version 4 UUIDs have six fixed bits; an id drawn here has none.
    [Fact]
    public void All_128_bits_are_drawn()
    {
        var (ones, zeros) = (new byte[16], new byte[16]);
        for (var draw = 0; draw < 200; draw++)
        {
            var bytes = ActId.New().ToGuid().ToByteArray();
            for (var i = 0; i < 16; i++)
            {
                ones[i] |= bytes[i];
                zeros[i] |= (byte)~bytes[i];
            }
        }

        Assert.All(ones, bits => Assert.Equal(0xFF, bits));
        Assert.All(zeros, bits => Assert.Equal(0xFF, bits));
    }
}
