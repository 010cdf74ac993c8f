using System.Buffers.Text;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>A random id as the ledger writes it: 128 bits, base64url, 22 characters.</summary>
public static class LedgerId
{
    public static string Of(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    public static bool TryParse(string? text, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id = default;
        if (text is not { Length: 22 } || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != 16) return false;
        id = new Guid(bytes, bigEndian: true);
        return true;
    }
}
