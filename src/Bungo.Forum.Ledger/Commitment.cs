using System.Diagnostics.CodeAnalysis;
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
public sealed class Commitment : IEquatable<Commitment>
{
    public const int SaltBytes = 32;

    private const string Domain = "buku/v1";
    private const int MacBytes = HMACSHA256.HashSizeInBytes;

    private readonly byte[] _mac;

    private Commitment(byte[] mac) => _mac = mac;

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
        var recomputed = To(kind, opening.Label, opening.Act, opening.Salt.Span, opening.Content.Span);
        return CryptographicOperations.FixedTimeEquals(recomputed._mac, _mac);
    }

    public bool Equals(Commitment? other) => other is not null && _mac.AsSpan().SequenceEqual(other._mac);

    public override bool Equals(object? obj) => Equals(obj as Commitment);

    public override int GetHashCode() => BitConverter.ToInt32(_mac);

    /// <summary>As the leaf writes it: base64url, 43 characters.</summary>
    public override string ToString() => Base64Text.Write(_mac);

    internal static bool TryRead(string text, [NotNullWhen(true)] out Commitment? commitment)
    {
        var mac = new byte[MacBytes];
        commitment = Base64Text.TryRead(text, mac) ? new(mac) : null;
        return commitment is not null;
    }
}
