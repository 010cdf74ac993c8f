namespace Bungo.Forum.Web.Platform.Security;

/// <summary>Where to send somebody back to: only addresses of this site, whatever the query string says.</summary>
public static class LocalAddress
{
    public static string Of(string? address) =>
        address is { Length: > 0 and < 2_000 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? Ascii(address)
            : "/";

    // A Location header carries nothing else, and a reader's address bar may have shown any letter.
    private static string Ascii(string address) =>
        string.Concat(address.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
