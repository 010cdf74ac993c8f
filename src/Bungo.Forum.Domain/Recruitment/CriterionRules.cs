using System.Text.RegularExpressions;

namespace Bungo.Forum.Domain.Recruitment;

/// <summary>What a criterion may be, wherever it is written: the exchange format of the recruitment core asks the same.</summary>
public static partial class CriterionRules
{
    public const int LongestTitle = 160;
    public const int LongestText = 5_000;
    public const int LongestLegalBasis = 200;
    public const int LongestReason = 2_000;

    public static Outcome<DraftedCriterion> Check(DraftedCriterion criterion)
    {
        if (!Code().IsMatch(criterion.Code)) return RecruitmentRefusals.CodeMalformed;
        if (criterion.Title.Length == 0) return RecruitmentRefusals.TitleMissing;
        if (criterion.Title.Length > LongestTitle) return RecruitmentRefusals.TitleTooLong;
        if (criterion.Text.Length == 0) return RecruitmentRefusals.TextMissing;
        if (criterion.Text.Length > LongestText) return RecruitmentRefusals.TextTooLong;
        if (criterion.Weight is < 0 or > 100) return RecruitmentRefusals.WeightWrong;
        if (criterion.LegalBasis.Length > LongestLegalBasis) return RecruitmentRefusals.LegalBasisTooLong;
        if (criterion is { Authority: Authority.National, LegalBasis: "" }) return RecruitmentRefusals.LegalBasisMissing;
        if (criterion.Reason.Length > LongestReason) return RecruitmentRefusals.ReasonTooLong;
        return criterion;
    }

    public static Outcome<bool> CheckAll(IReadOnlyList<Criterion> criteria)
    {
        if (criteria.Count == 0) return RecruitmentRefusals.NoCriteriaLeft;
        if (criteria.Sum(c => c.Weight ?? 0) is not (0 or 100)) return RecruitmentRefusals.WeightsNotWhole;
        return true;
    }

    // Codes go into the public ledger, which refuses more than eight digits in a row (an identity number has sixteen).
    [GeneratedRegex(@"^(?!.*[0-9]{9})[A-Za-z0-9][A-Za-z0-9-]{0,15}\z")]
    private static partial Regex Code();
}
