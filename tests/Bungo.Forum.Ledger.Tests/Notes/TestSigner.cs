using System.Security.Cryptography;
using System.Text;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Verifier.Signatures;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Bungo.Forum.Ledger.Tests.Notes;

/// <summary>A key whose seed is drawn from its name, so that a test's log is the same each time.</summary>
internal sealed class TestSigner : ISigner
{
    public const string Origin = "buku.example.test/1";

    public static readonly ISignatureVerifier Verifier = new BouncyVerifier();
    public static readonly TestSigner Log = new(Origin, NoteAlgorithm.Ed25519);
    public static readonly TestSigner Witness = new("lembaga.example.test/saksi", NoteAlgorithm.CosignatureV1);

    private readonly byte[] _seed;

    public TestSigner(string name, NoteAlgorithm algorithm, byte[]? seed = null)
    {
        _seed = seed ?? SHA256.HashData(Encoding.UTF8.GetBytes(name));
        Key = new(name, algorithm, PublicKey(_seed));
    }

    public VerifierKey Key { get; }

    public SigningKey Secret => SigningKey.Of(Key, _seed);

    public static byte[] PublicKey(byte[] seed)
    {
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        return key;
    }

    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_seed, 0, message.ToArray(), 0, message.Length, signature, 0);
        return signature;
    }
}
