using System.Security.Cryptography;

namespace Bungo.Forum.Ledger;

/// <summary>How ids are drawn and spelled: 16 bytes, most significant first, as base64url in 22 characters.</summary>
internal static class RandomId
{
    private const int Bytes = 16;

    public static Guid Draw() => new(RandomNumberGenerator.GetBytes(Bytes), bigEndian: true);

    public static string Write(Guid id) => Base64Text.Write(id.ToByteArray(bigEndian: true));

    public static bool TryRead(ReadOnlySpan<char> text, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        var isId = Base64Text.TryRead(text, bytes);
        id = isId ? new Guid(bytes, bigEndian: true) : default;
        return isId;
    }
}
