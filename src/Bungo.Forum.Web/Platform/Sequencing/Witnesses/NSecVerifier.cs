using Bungo.Forum.Ledger.Notes;
using NSec.Cryptography;

namespace Bungo.Forum.Web.Platform.Sequencing.Witnesses;

/// <summary>Checks what witnesses send, with the library that signs here.</summary>
internal sealed class NSecVerifier : ISignatureVerifier
{
    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Ed25519Rule.Allows(publicKey, signature) && NSec.Cryptography.PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var key)
        && key is not null && SignatureAlgorithm.Ed25519.Verify(key, message, signature);
}
