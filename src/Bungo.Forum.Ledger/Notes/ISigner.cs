namespace Bungo.Forum.Ledger.Notes;

/// <summary>
/// A key that signs. This library has no cryptography of its own beyond SHA-256 and HMAC: the server brings a
/// signer over its library, and tests another.
/// </summary>
public interface ISigner
{
    /// <summary>The public half, with the name and kind under which signatures will be found.</summary>
    VerifierKey Key { get; }

    /// <returns>The 64 bytes of a pure Ed25519 signature (RFC 8032) over exactly this message.</returns>
    byte[] Sign(ReadOnlySpan<byte> message);
}

/// <summary>Checks pure Ed25519 signatures (RFC 8032).</summary>
public interface ISignatureVerifier
{
    /// <param name="publicKey">32 bytes; may come from anybody.</param>
    /// <param name="signature">64 bytes; may come from anybody.</param>
    bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
