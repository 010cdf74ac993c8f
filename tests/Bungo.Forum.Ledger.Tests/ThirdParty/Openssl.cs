using System.Text;
using Bungo.Forum.Ledger.Notes;

namespace Bungo.Forum.Ledger.Tests.ThirdParty;

/// <summary>The two things FORMAT.md has a sceptic do with OpenSSL alone, over files in a folder.</summary>
internal sealed class Openssl(string folder)
{
    // SPKI of an Ed25519 key (RFC 8410) is these bytes and the key's 32.
    private static readonly byte[] KeyHead = Convert.FromHexString("302a300506032b6570032100");

    /// <returns>0 when the signature is this key's over this text, 1 when not.</returns>
    public int Verify(VerifierKey key, string text, ReadOnlySpan<byte> signature) => Tool.Run(
        Tool.Openssl, "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER",
        "-inkey", Write("key.der", [.. KeyHead, .. key.PublicKey]), "-sigfile", Write("signature", signature.ToArray()), "-in", Write("body", Encoding.UTF8.GetBytes(text))).Status;

    /// <returns>HMAC-SHA-256 in base64url, as a leaf writes a commitment.</returns>
    public string Mac(ReadOnlySpan<byte> salt, byte[] message)
    {
        var (status, output) = Tool.Run(
            Tool.Openssl, "dgst", "-sha256", "-mac", "HMAC", "-macopt", $"hexkey:{Convert.ToHexStringLower(salt)}", Write("message", message));
        Assert.Equal(0, status);
        return System.Buffers.Text.Base64Url.EncodeToString(Convert.FromHexString(output.Trim()[^64..]));
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
