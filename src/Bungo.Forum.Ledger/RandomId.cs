using System.Buffers.Text;
using System.Security.Cryptography;

namespace Bungo.Forum.Ledger;

/// <summary>
/// How ids are spelled: 16 bytes as base64url without padding, 22 characters. The last character carries two
/// bits only, so each id has one spelling ending in A, Q, g or w; the 60 others that a lenient decoder would
/// read as the same bytes are refused, because the ledger compares ids as text.
/// </summary>
internal static class RandomId
{
    public const int Characters = 22;
    private const int Bytes = 16;

    public static Guid Draw() => new(RandomNumberGenerator.GetBytes(Bytes), bigEndian: true);

    public static string Write(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    public static bool TryRead(ReadOnlySpan<char> text, out Guid id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text.Length != Characters || text[^1] is not ('A' or 'Q' or 'g' or 'w') || text.ContainsAnyExcept(Alphabet)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Bytes) return false;
        id = new Guid(bytes, bigEndian: true);
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Alphabet =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
