using Bungo.Forum.Ledger.Notes;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Bungo.Forum.Verifier.Signatures;

/// <summary>
/// Ed25519 from BouncyCastle: managed code only, so that the program is one file on every system. The server signs
/// with another library; the signatures' agreement is thereby checked on every run. This one multiplies by the cofactor and
/// the server's does not, which makes no difference to what <see cref="Ed25519Rule"/> lets through.
/// </summary>
public sealed class BouncyVerifier : ISignatureVerifier
{
    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Ed25519Rule.Allows(publicKey, signature)
        && Ed25519.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, message.ToArray(), 0, message.Length);
}
