namespace Bungo.Forum.Web.Platform.Security;

/// <summary>Where to send somebody back to: only addresses of this site, whatever the query string says.</summary>
public static class LocalAddress
{
    public static string Of(string? address) =>
        address is { Length: > 0 and < 2_000 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : "/";
}
