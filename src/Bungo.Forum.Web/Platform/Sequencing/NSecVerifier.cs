using Bungo.Forum.Ledger.Notes;
using NSec.Cryptography;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>Ed25519 with the library that the server signs with; the verifier uses another, so that a slip of one is seen by the other.</summary>
public sealed class NSecVerifier : ISignatureVerifier
{
    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var key)
        && SignatureAlgorithm.Ed25519.Verify(key!, message, signature);
}
