using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// Why a decision is made: the article of the rules, the reason in words, and what set the moderator to work.
/// No decision exists without them.
/// </summary>
/// <param name="Rule">Code of an article of the rules in force, as <c>T-3</c>.</param>
/// <param name="Reason">Facts and reasoning, for the author and the public to read. Names nobody.</param>
/// <param name="OrderNumber">
/// Number of the letter, when a state body ordered it. It stands in the ledger in clear, where nothing can be
/// taken back, so it must be a number and cannot be a sentence: no blanks, no long runs of digits.
/// </param>
/// <param name="Criticised">
/// The office that the post criticises, or whose official it does, as the moderator declares it; null when it
/// criticises none. Only a hiding asks for it.
/// </param>
public sealed record Grounds(string? Rule, string? Reason, DecisionSource Source, string? OrderNumber = null, string? Criticised = null)
{
    /// <summary>A word is not a reason.</summary>
    public const int ShortestReason = 10;

    public const int LongestReason = 2_000;
    public const int LongestOrderNumber = 40;
    private const int LongestDigitRun = 8;

    /// <returns>The same grounds as they will be kept.</returns>
    internal Outcome<Grounds> Check()
    {
        if (Rules.Current.Find(Rule) is not { } article) return ModerationRefusals.RuleUnknown;
        var reason = Text.Normalize(Reason);
        if (reason.Length < ShortestReason) return ModerationRefusals.ReasonTooShort;
        if (reason.Length > LongestReason) return ModerationRefusals.ReasonTooLong;
        if (!Enum.IsDefined(Source) || Source == DecisionSource.Appeal) return ModerationRefusals.SourceUnknown;
        var letter = Text.NormalizeLine(OrderNumber);
        if (Source == DecisionSource.Order && letter.Length == 0) return ModerationRefusals.OrderNumberMissing;
        if (Source == DecisionSource.Order && !IsOrderNumber(letter)) return ModerationRefusals.OrderNumberForm;
        var criticised = Text.NormalizeLine(Criticised);
        if (criticised.Length > Account.LongestOffice) return AccountRefusals.OfficeTooLong;
        return new Grounds(article.Code, reason, Source, Source == DecisionSource.Order ? letter : null, criticised.Length == 0 ? null : criticised);
    }

    private static bool IsOrderNumber(string letter)
    {
        if (letter.Length > LongestOrderNumber || !char.IsAsciiLetterOrDigit(letter[0])) return false;
        var run = 0;
        foreach (var c in letter)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '/' or '-')) return false;
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run > LongestDigitRun) return false;
        }

        return true;
    }
}
