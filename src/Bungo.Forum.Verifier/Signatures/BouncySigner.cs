using Bungo.Forum.Ledger.Notes;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Bungo.Forum.Verifier.Signatures;

/// <summary>A witness's key. The same library as the verifier's, so that the institution runs one file and nothing native.</summary>
public sealed class BouncySigner : ISigner
{
    private readonly byte[] _seed;

    public BouncySigner(SigningKey secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        _seed = secret.Seed.ToArray();
        Key = secret.PublicHalf(PublicKey(_seed));
    }

    public VerifierKey Key { get; }

    public static SigningKey Draw(string name, NoteAlgorithm algorithm)
    {
        var seed = System.Security.Cryptography.RandomNumberGenerator.GetBytes(SigningKey.SeedBytes);
        return SigningKey.Of(new VerifierKey(name, algorithm, PublicKey(seed)), seed);
    }

    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_seed, 0, message.ToArray(), 0, message.Length, signature, 0);
        return signature;
    }

    private static byte[] PublicKey(byte[] seed)
    {
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        return key;
    }
}
