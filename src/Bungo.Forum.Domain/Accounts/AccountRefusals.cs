namespace Bungo.Forum.Domain.Accounts;

public static class AccountRefusals
{
    public static readonly Refusal NameMissing = new("name-missing");
    public static readonly Refusal NameTooLong = new("name-too-long", Account.LongestName);
    public static readonly Refusal OfficeMissing = new("office-missing");
    public static readonly Refusal OfficeTooLong = new("office-too-long", Account.LongestOffice);
    public static readonly Refusal NotAllowed = new("not-allowed");
    public static readonly Refusal Suspended = new("account-suspended");

    public static readonly Refusal MailMissing = new("mail-missing");
    public static readonly Refusal MailMalformed = new("mail-malformed");
    public static readonly Refusal PasswordTooShort = new("password-too-short", Password.Shortest);
    public static readonly Refusal PasswordTooLong = new("password-too-long", Password.Longest);
    public static readonly Refusal PasswordTooEasy = new("password-too-easy");

    /// <summary>Told to operators only; a visitor must not learn who has an account.</summary>
    public static readonly Refusal MailTaken = new("mail-taken");

    /// <summary>One answer for an unknown address and a wrong password, so that nobody learns who has an account.</summary>
    public static readonly Refusal SignInFailed = new("sign-in-failed");

    public static readonly Refusal MailUnconfirmed = new("mail-unconfirmed");

    /// <param name="minutes">How long the address still has to wait.</param>
    public static Refusal TooManyAttempts(int minutes) => new("too-many-attempts", minutes);
}
