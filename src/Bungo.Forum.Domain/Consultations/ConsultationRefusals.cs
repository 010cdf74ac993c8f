namespace Bungo.Forum.Domain.Consultations;

public static class ConsultationRefusals
{
    public static readonly Refusal TitleMissing = new("consultation-title-missing");
    public static readonly Refusal TitleTooLong = new("consultation-title-too-long", Consultation.LongestTitle);
    public static readonly Refusal SummaryTooLong = new("consultation-summary-too-long", Consultation.LongestSummary);
    public static readonly Refusal NoCriteria = new("consultation-no-criteria");
    public static readonly Refusal TimesOutOfOrder = new("consultation-times-out-of-order");
    public static readonly Refusal TimePassed = new("consultation-time-passed");
    public static readonly Refusal InputCutShort = new("consultation-input-cut-short");
    public static readonly Refusal Adopted = new("consultation-adopted");
    public static readonly Refusal InputTooShort = new("consultation-input-too-short");
}
