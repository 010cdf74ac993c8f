namespace Bungo.Forum.Domain.Accounts;

/// <summary>
/// What a password must be. Length is what makes it hard to guess; required classes of characters make it
/// hard to remember and easy to predict. Refused besides: what everybody tries first.
/// </summary>
public static class Password
{
    public const int Shortest = 10;

    /// <summary>Hashing takes time that grows with length; nobody types more than this.</summary>
    public const int Longest = 200;

    private const int FewestDifferent = 5;

    // Ten characters and more, as they lead the published lists of leaked passwords, and what people here would try.
    private static readonly string[] Usual =
    [
        "1234567890", "12345678910", "123456789a", "0987654321", "qwertyuiop", "password123", "password1234", "passw0rd123",
        "katasandi1", "katasandi123", "rahasia123", "indonesia1", "indonesia123", "muarabungo", "muarabungo1", "bungo12345",
        "sayangku123", "bismillah1", "bismillah123", "1q2w3e4r5t", "qwerty12345", "qwerty123456", "admin12345", "administrator",
        "forumbungo", "forumbungo1", "kabupatenbungo", "merdeka1945", "pancasila1945", "iloveyou123",
    ];

    public static Outcome<string> Check(string? password, string? mail, string? name)
    {
        if (string.IsNullOrEmpty(password) || password.Length < Shortest) return AccountRefusals.PasswordTooShort;
        if (password.Length > Longest) return AccountRefusals.PasswordTooLong;
        if (password.Distinct().Count() < FewestDifferent || Usual.Contains(password, StringComparer.OrdinalIgnoreCase)) return AccountRefusals.PasswordTooEasy;
        if (Same(password, mail) || Same(password, name) || Same(password, mail?.Split('@')[0])) return AccountRefusals.PasswordTooEasy;
        return password;
    }

    private static bool Same(string password, string? known) =>
        !string.IsNullOrWhiteSpace(known) && string.Equals(password.Trim(), known.Trim(), StringComparison.OrdinalIgnoreCase);
}
