namespace Bungo.Forum.Domain.Recruitment;

public static class RecruitmentRefusals
{
    public static readonly Refusal VersionChanged = new("criteria-version-changed");
    public static readonly Refusal VersionNotNewer = new("criteria-version-not-newer");
    public static readonly Refusal CodeMalformed = new("criterion-code-malformed");
    public static readonly Refusal TitleMissing = new("criterion-title-missing");
    public static readonly Refusal TitleTooLong = new("criterion-title-too-long", CriterionRules.LongestTitle);
    public static readonly Refusal TextMissing = new("criterion-text-missing");
    public static readonly Refusal TextTooLong = new("criterion-text-too-long", CriterionRules.LongestText);
    public static readonly Refusal WeightWrong = new("criterion-weight-wrong");
    public static readonly Refusal LegalBasisMissing = new("criterion-legal-basis-missing");
    public static readonly Refusal LegalBasisTooLong = new("criterion-legal-basis-too-long", CriterionRules.LongestLegalBasis);
    public static readonly Refusal ReasonTooLong = new("criterion-reason-too-long", CriterionRules.LongestReason);
    public static readonly Refusal ReasonMissing = new("criterion-reason-missing");
    public static readonly Refusal NothingChanged = new("criteria-nothing-changed");
    public static readonly Refusal NoCriteriaLeft = new("criteria-none-left");
    public static readonly Refusal WeightsNotWhole = new("criteria-weights-not-whole");
    public static readonly Refusal TooManyCriteria = new("criteria-too-many", CriteriaDraft.MostCriteria);
    public static readonly Refusal DraftChangedMeanwhile = new("criteria-draft-changed-meanwhile");
    public static readonly Refusal DraftOutdated = new("criteria-draft-outdated");
}
