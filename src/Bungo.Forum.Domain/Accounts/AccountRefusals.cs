namespace Bungo.Forum.Domain.Accounts;

public static class AccountRefusals
{
    public static readonly Refusal NameMissing = new("name-missing");
    public static readonly Refusal NameTooLong = new("name-too-long", Account.LongestName);
    public static readonly Refusal OfficeMissing = new("office-missing");
    public static readonly Refusal OfficeTooLong = new("office-too-long", Account.LongestOffice);
    public static readonly Refusal OfficialNameFixed = new("official-name-fixed");
    public static readonly Refusal NameReserved = new("name-reserved");
    public static readonly Refusal RoleNotGranted = new("role-not-granted");
    public static readonly Refusal AgeUnconfirmed = new("age-unconfirmed", Consent.YoungestAge);
    public static readonly Refusal RulesNotAgreed = new("rules-not-agreed");
    public static readonly Refusal NotAllowed = new("not-allowed");
    public static readonly Refusal Erased = new("account-erased");
    public static readonly Refusal Suspended = new("account-suspended");

    public static readonly Refusal MailMissing = new("mail-missing");
    public static readonly Refusal MailMalformed = new("mail-malformed");
    public static readonly Refusal PasswordTooShort = new("password-too-short", Password.Shortest);
    public static readonly Refusal PasswordTooLong = new("password-too-long", Password.Longest);
    public static readonly Refusal PasswordTooEasy = new("password-too-easy");

    public static readonly Refusal TokenNameWrong = new("token-name-wrong", TokenLimits.LongestName);
    public static readonly Refusal TokenDaysWrong = new("token-days-wrong", TokenLimits.MostDays);
    public static readonly Refusal TokenMissing = new("token-missing");
    public static readonly Refusal TokenInvalid = new("token-invalid");
    public static readonly Refusal TooManyTokens = new("too-many-tokens", TokenLimits.Most);

    public static readonly Refusal MailUnknown = new("mail-unknown");

    /// <summary>Told to operators only; a visitor must not learn who has an account.</summary>
    public static readonly Refusal MailTaken = new("mail-taken");

    /// <summary>One answer for an unknown address and a wrong password, so that nobody learns who has an account.</summary>
    public static readonly Refusal SignInFailed = new("sign-in-failed");

    public static readonly Refusal MailUnconfirmed = new("mail-unconfirmed");

    /// <summary>For somebody signed in who proves once more that it is them.</summary>
    public static readonly Refusal PasswordWrong = new("password-wrong");

    /// <summary>A link from a letter that was used, replaced by a newer letter's, or is too old.</summary>
    public static readonly Refusal LinkStale = new("link-stale");

    /// <param name="minutes">How long the address still has to wait.</param>
    public static Refusal TooManyAttempts(int minutes) => new("too-many-attempts", minutes);
}
