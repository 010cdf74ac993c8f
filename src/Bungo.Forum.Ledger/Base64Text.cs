using System.Buffers;
using System.Buffers.Text;

namespace Bungo.Forum.Ledger;

/// <summary>
/// Bytes of a fixed length as base64url without padding, one spelling each. The last character carries fewer
/// than six bits; a lenient decoder ignores the rest, which would let several texts stand for the same bytes,
/// and the ledger compares text. All is checked before decoding, for the base library's <c>TryDecode</c> throws
/// on what it does not like.
/// </summary>
internal static class Base64Text
{
    private const string InOrder = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int BitsPerCharacter = 6;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(InOrder);

    public static string Write(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <returns>Whether the text is the one spelling of as many bytes as <paramref name="bytes"/> is long.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var bits = bytes.Length * 8;
        var characters = (bits + BitsPerCharacter - 1) / BitsPerCharacter;
        if (text.Length != characters || text.ContainsAnyExcept(Alphabet)) return false;
        var unused = (characters * BitsPerCharacter) - bits;
        if ((InOrder.IndexOf(text[^1], StringComparison.Ordinal) & ((1 << unused) - 1)) != 0) return false;
        return Base64Url.DecodeFromChars(text, bytes) == bytes.Length;
    }
}
