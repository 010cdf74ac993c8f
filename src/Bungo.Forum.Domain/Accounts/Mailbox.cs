namespace Bungo.Forum.Domain.Accounts;

/// <summary>
/// A mail address as a person gives it. Only the letter that arrives proves an address; this refuses what no
/// letter could reach, and what a mail program could read as more than one address.
/// </summary>
public static class Mailbox
{
    /// <summary>RFC 5321: a path of 256 octets less its angle brackets.</summary>
    public const int Longest = 254;

    private const int LongestLocalPart = 64;

    public static Outcome<string> Check(string? raw)
    {
        var mail = Text.NormalizeLine(raw);
        if (mail.Length == 0) return AccountRefusals.MailMissing;
        if (mail.Length > Longest) return AccountRefusals.MailMalformed;
        var at = mail.LastIndexOf('@');
        var host = mail[(at + 1)..];
        if (at is < 1 or > LongestLocalPart || mail.Any(IsSpecial) || mail.IndexOf('@', StringComparison.Ordinal) != at) return AccountRefusals.MailMalformed;
        if (!host.Contains('.', StringComparison.Ordinal) || host.Split('.').Any(label => label.Length is 0 or > 63)) return AccountRefusals.MailMalformed;
        return mail;
    }

    private static bool IsSpecial(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || "<>()[],;:\\\"".Contains(c, StringComparison.Ordinal);
}
