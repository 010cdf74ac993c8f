using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Bungo.Forum.Ledger;

/// <summary>
/// What a leaf says about content that must stay erasable: HMAC-SHA-256 under a random salt. While salt and
/// content exist, anyone can be shown that the content is the one committed to; once the salt is destroyed the
/// 32 bytes tell nothing, not even to somebody who guesses a one-word content.
///
/// HMAC, because every toolbox computes it. The salt is exactly 32 bytes, because HMAC pads shorter keys with
/// zeros and would take a salt and the same salt with a zero behind it for one. Kind, label and act id stand
/// in the message, each ended by a line feed that none of them can contain, so an opening fits one label of one
/// act and cannot be carried elsewhere.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Commitment
{
    public const int SaltBytes = 32;

    private const string Domain = "buku/v1";
    private const int MacBytes = HMACSHA256.HashSizeInBytes;

    // A value without an object of its own: a verifier holds two for each of a million acts.
    private readonly ulong _a, _b, _c, _d;

    private Commitment(ReadOnlySpan<byte> mac) => this = MemoryMarshal.Read<Commitment>(mac);

    /// <exception cref="ArgumentException">The salt is not exactly 32 bytes.</exception>
    public static Commitment To(string kind, string label, ActId act, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        if (salt.Length != SaltBytes) throw new ArgumentException($"A salt is exactly {SaltBytes} bytes.", nameof(salt));
        if (ActKinds.Find(kind) is null) throw new ArgumentException($"Unknown kind {kind}.", nameof(kind));
        if (!CanonicalObject.IsKey(label)) throw new ArgumentException($"Not a label: {label}", nameof(label));
        byte[] message = [.. Encoding.ASCII.GetBytes($"{Domain}\n{kind}\n{label}\n{act}\n"), .. content];
        return new(HMACSHA256.HashData(salt, message));
    }

    /// <summary>Whether the opening's content is what was committed to, under this kind.</summary>
    public bool Verify(string kind, Opening opening)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return this == To(kind, opening.Label, opening.Act, opening.Salt.Span, opening.Content.Span);
    }

    /// <summary>As the leaf writes it: base64url, 43 characters.</summary>
    public override string ToString()
    {
        Span<byte> mac = stackalloc byte[MacBytes];
        MemoryMarshal.Write(mac, in this);
        return Base64Text.Write(mac);
    }

    internal static bool TryRead(string text, out Commitment commitment)
    {
        Span<byte> mac = stackalloc byte[MacBytes];
        var isMac = Base64Text.TryRead(text, mac);
        commitment = isMac ? new(mac) : default;
        return isMac;
    }
}
