namespace Bungo.Forum.Domain.Accounts;

/// <summary>
/// What somebody must say before they get an account. The age is stated, never proven: asking for a birth date
/// would collect what nothing here needs. Seventeen is the age of the identity card and of the vote.
/// </summary>
public static class Consent
{
    public const int YoungestAge = 17;

    public static Outcome<bool> Age(bool confirmed) => confirmed ? true : AccountRefusals.AgeUnconfirmed;

    public static Outcome<bool> Rules(bool agreed) => agreed ? true : AccountRefusals.RulesNotAgreed;
}
