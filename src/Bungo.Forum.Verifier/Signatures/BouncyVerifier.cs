using Bungo.Forum.Ledger.Notes;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Bungo.Forum.Verifier.Signatures;

/// <summary>
/// Ed25519 from BouncyCastle: managed code only, so that the program is one file on every system. The server signs
/// with another library; the signatures' agreement is thereby checked on every run.
/// </summary>
public sealed class BouncyVerifier : ISignatureVerifier
{
    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        publicKey.Length == Ed25519.PublicKeySize && signature.Length == Ed25519.SignatureSize
        && Ed25519.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, message.ToArray(), 0, message.Length);
}
