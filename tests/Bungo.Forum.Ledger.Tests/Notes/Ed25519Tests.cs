namespace Bungo.Forum.Ledger.Tests.Notes;

/// <summary>RFC 8032 section 7.1, and the edges at which libraries are known to differ.</summary>
public sealed class Ed25519Tests
{
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_vectors_of_RFC_8032(string seed, string publicKey, string message, string signature)
    {
        var (key, text, signed) = (Convert.FromHexString(publicKey), Convert.FromHexString(message), Convert.FromHexString(signature));
        Assert.Equal(key, TestSigner.PublicKey(Convert.FromHexString(seed)));
        Assert.Equal(signed, new TestSigner("x", Ledger.Notes.NoteAlgorithm.Ed25519, Convert.FromHexString(seed)).Sign(text));
        Assert.True(TestSigner.Verifier.Verify(key, text, signed));
        for (var bit = 0; bit < 512; bit++)
        {
            var changed = (byte[])signed.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(TestSigner.Verifier.Verify(key, text, changed));
        }

        Assert.False(TestSigner.Verifier.Verify(key, [.. text, 0], signed));
        Assert.False(TestSigner.Verifier.Verify(key, text, signed.AsSpan(1)));
        Assert.False(TestSigner.Verifier.Verify(key.AsSpan(1), text, signed));
    }

    [Fact]
    public void A_signature_has_one_spelling()
    {
        // S and S plus the order of the group satisfy the same equation; only the smaller is a signature.
        var signed = TestSigner.Log.Sign("text"u8);
        var order = new System.Numerics.BigInteger(Convert.FromHexString("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"), isUnsigned: true);
        var larger = new System.Numerics.BigInteger(signed.AsSpan(32), isUnsigned: true) + order;
        byte[] changed = [.. signed[..32], .. larger.ToByteArray(isUnsigned: true).Concat(new byte[32]).Take(32)];
        Assert.True(TestSigner.Verifier.Verify(TestSigner.Log.Key.PublicKey, "text"u8, signed));
        Assert.False(TestSigner.Verifier.Verify(TestSigner.Log.Key.PublicKey, "text"u8, changed));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")]
    public void A_key_of_small_order_signs_nothing(string publicKey)
    {
        byte[] everything = [.. Convert.FromHexString("0100000000000000000000000000000000000000000000000000000000000000"), .. new byte[32]];
        Assert.False(TestSigner.Verifier.Verify(Convert.FromHexString(publicKey), "text"u8, everything));
    }
}
