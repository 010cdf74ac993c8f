namespace Bungo.Forum.Domain.Accounts;

public static class AccountRefusals
{
    public static readonly Refusal NameMissing = new("name-missing");
    public static readonly Refusal NameTooLong = new("name-too-long", Account.LongestName);
    public static readonly Refusal OfficeMissing = new("office-missing");
    public static readonly Refusal OfficeTooLong = new("office-too-long", Account.LongestOffice);
    public static readonly Refusal NotAllowed = new("not-allowed");
    public static readonly Refusal Suspended = new("account-suspended");
}
