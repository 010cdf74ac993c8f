using System.Security.Cryptography;

namespace Bungo.Forum.Ledger;

/// <summary>
/// Names a document that is public by law and never erased: a criterion's text, an official answer, a report.
/// It is hashed without salt, so that anyone who holds the file can check it, with <c>sha256sum</c> and the eye:
/// the digest is therefore in lower-case hexadecimal, as such tools print it.
/// </summary>
/// <param name="Sha256">64 characters.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Type">Media type.</param>
public sealed record DocumentDigest(string Sha256, long Length, string Type)
{
    private const int Characters = 64;

    public static DocumentDigest Of(ReadOnlySpan<byte> document, string type) =>
        new(Convert.ToHexStringLower(SHA256.HashData(document)), document.Length, type);

    internal CanonicalObject ToValue() => new([new("sha256", Sha256), new("len", Length), new("type", Type)]);

    internal static DocumentDigest Read(string path, CanonicalValue value)
    {
        var members = new ObjectReader(path, value);
        var digest = new DocumentDigest(members.Text("sha256"), members.Integer("len"), members.Text("type"));
        members.End();
        if (digest.Sha256.Length != Characters || !digest.Sha256.All(char.IsAsciiHexDigitLower))
            throw LedgerFormatException.AtPath(LedgerFault.DigestForm, $"{path}.sha256", digest.Sha256);
        if (digest.Length < 0) throw LedgerFormatException.AtPath(LedgerFault.CountForm, $"{path}.len");
        if (!MediaType.IsValid(digest.Type)) throw LedgerFormatException.AtPath(LedgerFault.MediaTypeForm, $"{path}.type", digest.Type);
        return digest;
    }
}

internal static class MediaType
{
    private const int Longest = 80;

    /// <summary>Type and subtype in lower case, no parameters: text is UTF-8 and a file name would be free text.</summary>
    public static bool IsValid(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return text.Length <= Longest && slash > 0 && IsName(text.AsSpan(0, slash)) && IsName(text.AsSpan(slash + 1));
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '+' or '-')) return false;
        return name.Length > 0;
    }
}
