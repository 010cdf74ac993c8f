namespace Bungo.Forum.Domain.Accounts;

/// <summary>Bounds of personal access tokens: none lives for ever, and none is nameless when it comes to revoking one.</summary>
public static class TokenLimits
{
    public const int LongestName = 60;
    public const int Most = 20;
    public const int MostDays = 366;

    public static Outcome<string> Check(string? name, int days, int held)
    {
        var line = Text.NormalizeLine(name);
        if (line.Length is 0 or > LongestName) return AccountRefusals.TokenNameWrong;
        if (days is < 1 or > MostDays) return AccountRefusals.TokenDaysWrong;
        if (held >= Most) return AccountRefusals.TooManyTokens;
        return line;
    }
}
