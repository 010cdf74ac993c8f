using Bungo.Forum.Ledger.Notes;

namespace Bungo.Forum.Ledger.Tests.Notes;

public sealed class VerifierKeyTests
{
    public const string PeterNeumann = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    public const string PeterNeumannsSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    [Fact]
    public void The_key_of_Go_s_note_package_is_read_and_written()
    {
        var key = VerifierKey.Parse(PeterNeumann);
        Assert.Equal(("PeterNeumann", 0xc74f20a3u, NoteAlgorithm.Ed25519), (key.Name, key.Id, key.Algorithm));
        Assert.Equal(PeterNeumann, key.ToString());
        Assert.Equal(key, new VerifierKey("PeterNeumann", NoteAlgorithm.Ed25519, key.PublicKey));
        Assert.NotEqual(key, new VerifierKey("PeterNeumann", NoteAlgorithm.CosignatureV1, key.PublicKey));
    }

    [Fact]
    public void The_secret_half_leads_to_the_same_key()
    {
        var secret = SigningKey.Parse(PeterNeumannsSecret);
        var publicKey = TestSigner.PublicKey(secret.Seed.ToArray());
        Assert.Equal(PeterNeumann, secret.PublicHalf(publicKey).ToString());
        Assert.Equal(PeterNeumannsSecret, SigningKey.Of(VerifierKey.Parse(PeterNeumann), secret.Seed).ToText());
        Assert.Equal("PeterNeumann", secret.ToString());
        Assert.Equal(LedgerFault.KeyIdMismatch, Some.Refusal(() => secret.PublicHalf(TestSigner.Log.Key.PublicKey)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PRIVATE+KEY+")]
    [InlineData("PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")]
    [InlineData("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDF")]
    public void A_secret_that_is_none_is_not_repeated(string text)
    {
        var refusal = Some.Refusal(() => SigningKey.Parse(text));
        Assert.Null(refusal.Detail);
        Assert.DoesNotContain("AYEK", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PeterNeumann+c74f20a3+", LedgerFault.VerifierKeyForm)]
    [InlineData("", LedgerFault.VerifierKeyForm)]
    [InlineData("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerFault.VerifierKeyForm)]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerFault.VerifierKeyForm)]
    [InlineData("PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerFault.VerifierKeyForm)]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerFault.VerifierKeyForm)]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T", LedgerFault.VerifierKeyForm)]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n", LedgerFault.VerifierKeyForm)]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegw xbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerFault.VerifierKeyForm)]
    [InlineData("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", LedgerFault.VerifierKeyForm)]
    [InlineData("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerFault.KeyAlgorithmUnknown)]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerFault.KeyIdMismatch)]
    [InlineData("PeterNeumann+c74f20a3+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerFault.KeyIdMismatch)]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX", LedgerFault.KeyIdMismatch)]
    public void A_slip_of_the_pen_is_noticed(string text, LedgerFault fault) =>
        Assert.Equal(fault, Some.Refusal(() => VerifierKey.Parse(text)).Fault);

    [Fact]
    public void A_list_of_keys_tells_from_where_to_where_each_is_good()
    {
        var list = new KeyList([new(TestSigner.Log.Key, 0, 99), new(VerifierKey.Parse(PeterNeumann), 90, null)]);
        var again = KeyList.Parse(list.ToBytes());
        Assert.Equal(list.Keys, again.Keys);
        Assert.Equal([true, true, false], new[] { again.Keys[0].Covers(0), again.Keys[0].Covers(99), again.Keys[0].Covers(100) });
        Assert.Equal([false, true, true], new[] { again.Keys[1].Covers(89), again.Keys[1].Covers(90), again.Keys[1].Covers(long.MaxValue) });
    }

    [Theory]
    [InlineData("", LedgerFault.UnexpectedEnd, 0)]
    [InlineData("K 0 -", LedgerFault.UnexpectedEnd, 5)]
    [InlineData("K 0\n", LedgerFault.LineForm, 0)]
    [InlineData("K 00 -\n", LedgerFault.NumberForm, 0)]
    [InlineData("K 5 4\n", LedgerFault.LineForm, 0)]
    [InlineData("K 0 -\nK 5 -\n", LedgerFault.PolicyKeyRepeated, 6)]
    [InlineData("K 0 -\nx 5 -\n", LedgerFault.VerifierKeyForm, 6)]
    public void A_list_that_is_none_is_refused(string text, LedgerFault fault, int at)
    {
        var key = TestSigner.Log.Key.ToString();
        var refusal = Some.Refusal(() => KeyList.Parse(Some.Utf8(text.Replace("K", key, StringComparison.Ordinal))));
        Assert.Equal((fault, at == 0 ? 0 : at - 1 + key.Length), (refusal.Fault, refusal.Offset));
    }
}
