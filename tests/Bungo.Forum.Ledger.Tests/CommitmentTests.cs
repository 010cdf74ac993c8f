using System.Security.Cryptography;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests;

public sealed class CommitmentTests
{
    // Computed by `openssl dgst -sha256 -mac HMAC -macopt hexkey:SALT` over the message, and again by Python's
    // hmac; both gave these bytes. The act is 00 01 02 … 0f.
    [Theory]
    [InlineData("pos.buat", "body", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "Setuju, asal bobotnya jelas.", "7c28UnnNyrZOeEz_X-j2N2FLxhOY1OP2OB1e8TUR-tA")]
    [InlineData("pos.buat", "body", "0000000000000000000000000000000000000000000000000000000000000000", "", "SxspGa4OLZWuUqcfZMOrwKugQ6BY24Q8Ti4PsucRYJg")]
    [InlineData("suara.beri", "pilihan", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "ya", "7Sj9bSXLxK0GrpguhgXWOnDyUJK8L6KQPzjF3l0xhIk")]
    [InlineData("mod.putus", "alasan", "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f", "Menyebut nama pelamar.\nTata tertib pasal 4. é€😂", "4BsrKW4Amn6kmsLniWaoKG9_mXwZyLL2ibZEb7BvGhE")]
    public void Is_what_other_tools_compute(string kind, string label, string salt, string content, string expected) =>
        Assert.Equal(expected, Commitment.To(kind, label, Some.Act, Convert.FromHexString(salt), Some.Utf8(content)).ToString());

    [Fact]
    public void Is_RFC_2104_over_the_message_of_the_format() =>
        Gen.Select(Gen.OneOf(ActKinds.All.ToArray()), Gens.Key, Gen.Byte.Array[16], Gen.Byte.Array[32], Gens.Text)
            .Sample((kind, label, id, salt, content) =>
            {
                var act = ActId.From(new Guid(id, bigEndian: true));
                byte[] message = [.. Some.Utf8("buku/v1\n" + kind.Name + "\n" + label + "\n" + act + "\n" + content)];
                return Commitment.To(kind.Name, label, act, salt, Some.Utf8(content)).ToString() == Base64Url(HmacByHand(salt, message));
            });

    [Fact]
    public void Opens_for_its_own_kind_label_act_salt_and_content_only()
    {
        var opening = Opening.Seal(Some.Act, "body", "text/plain", NormalizedText.Of("ya"));
        var commitment = opening.CommitAs("pos.buat");
        Assert.True(commitment.Verify("pos.buat", opening));

        Assert.False(commitment.Verify("pos.ubah", opening));
        Assert.False(commitment.Verify("pos.buat", new(opening.Act, "actor", opening.Type, opening.Salt, opening.Content)));
        Assert.False(commitment.Verify("pos.buat", new(ActId.New(), opening.Label, opening.Type, opening.Salt, opening.Content)));
        Assert.False(commitment.Verify("pos.buat", new(opening.Act, opening.Label, opening.Type, new byte[32], opening.Content)));
        Assert.False(commitment.Verify("pos.buat", new(opening.Act, opening.Label, opening.Type, opening.Salt, Some.Utf8("tidak"))));
    }

    [Fact]
    public void The_same_words_are_committed_to_differently_each_time()
    {
        var (a, b) = (Seal("ya"), Seal("ya"));
        Assert.NotEqual(a.Salt.ToArray(), b.Salt.ToArray());
        Assert.NotEqual(a.CommitAs("pos.buat"), b.CommitAs("pos.buat"));
    }

    // HMAC pads a short key with zeros: were other lengths let in, two salts would give one commitment.
    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void A_salt_of_another_length_than_32_bytes_is_not_taken(int length)
    {
        Assert.Throws<ArgumentException>(() => Commitment.To("pos.buat", "body", Some.Act, new byte[length], []));
        Assert.Throws<ArgumentException>(() => new Opening(Some.Act, "body", "text/plain", new byte[length], Array.Empty<byte>()));
    }

    [Fact]
    public void What_could_blur_the_borders_of_the_message_is_not_taken()
    {
        var salt = new byte[32];
        Assert.Throws<ArgumentException>(() => Commitment.To("pos.buat\nbody", "x", Some.Act, salt, []));
        Assert.Throws<ArgumentException>(() => Commitment.To("pos.buat", "body\n", Some.Act, salt, []));
        Assert.Throws<ArgumentException>(() => Commitment.To("pos.buat", "", Some.Act, salt, []));
    }

    [Fact]
    public void An_opening_reads_back_as_it_was_written() =>
        Gen.Select(Gens.Key, Gens.Text).Sample((label, content) =>
        {
            var opening = new Opening(ActId.New(), label, "text/markdown", RandomNumberGenerator.GetBytes(32), Some.Utf8(content));
            var read = Opening.Parse(opening.ToBytes());
            return read.Act == opening.Act && read.Label == label && read.Type == opening.Type
                && read.Salt.Span.SequenceEqual(opening.Salt.Span) && read.Content.Span.SequenceEqual(opening.Content.Span);
        });

    [Theory]
    [InlineData("\"label\":\"body\"", "\"label\":\"Body\"", LedgerFault.KeyForm, "label")]
    [InlineData("\"type\":\"text/plain\"", "\"type\":\"text/plain; charset=utf-8\"", LedgerFault.MediaTypeForm, "type")]
    [InlineData("\"type\":\"text/plain\"", "\"type\":\"text\"", LedgerFault.MediaTypeForm, "type")]
    [InlineData("\"type\":\"text/plain\"", "\"type\":7", LedgerFault.WrongType, "type")]
    [InlineData("\"type\":\"text/plain\"", "\"type\":\"text/plain\",\"z\":1", LedgerFault.KeyUnknown, "z")]
    [InlineData("ODw\"", "ODx\"", LedgerFault.IdForm, "i")]
    [InlineData("AAAAA\"", "AAAAB\"", LedgerFault.SaltForm, "salt")]
    [InlineData("AAAAA\"", "AAAA\"", LedgerFault.SaltForm, "salt")]
    [InlineData("AAAAA\"", "AAAAAA\"", LedgerFault.SaltForm, "salt")]
    [InlineData(",\"type\":\"text/plain\"", "", LedgerFault.KeyMissing, "type")]
    public void A_malformed_opening_is_refused_at_its_place(string part, string by, LedgerFault fault, string path)
    {
        var sound = new Opening(Some.Act, "body", "text/plain", new byte[32], Some.Utf8("ya"));
        var text = System.Text.Encoding.UTF8.GetString(sound.ToBytes());
        Assert.Contains(part, text, StringComparison.Ordinal);
        var refusal = Some.Refusal(() => Opening.Parse(Some.Utf8(text.Replace(part, by, StringComparison.Ordinal))));
        Assert.Equal((fault, path), (refusal.Fault, refusal.Path));
    }

    private static Opening Seal(string content) => Opening.Seal(Some.Act, "body", "text/plain", NormalizedText.Of(content));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    // Written out from the RFC, so that it shares nothing with the base library's HMAC but SHA-256 itself.
    private static byte[] HmacByHand(byte[] key, byte[] message)
    {
        const int Block = 64;
        var padded = new byte[Block];
        key.CopyTo(padded, 0);
        var inner = SHA256.HashData([.. padded.Select(b => (byte)(b ^ 0x36)), .. message]);
        return SHA256.HashData([.. padded.Select(b => (byte)(b ^ 0x5c)), .. inner]);
    }
}
