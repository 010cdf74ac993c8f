namespace Bungo.Forum.Domain.Polls;

public static class PollRefusals
{
    public static readonly Refusal QuestionMissing = new("poll-question-missing");
    public static readonly Refusal QuestionTooLong = new("poll-question-too-long", PollPlan.LongestQuestion);
    public static readonly Refusal DescriptionTooLong = new("poll-description-too-long", PollPlan.LongestDescription);
    public static readonly Refusal TooFewOptions = new("poll-too-few-options", PollPlan.FewestOptions);
    public static readonly Refusal TooManyOptions = new("poll-too-many-options", PollPlan.MostOptions);
    public static readonly Refusal OptionTooLong = new("poll-option-too-long", PollOption.LongestLabel);
    public static readonly Refusal OptionsAlike = new("poll-options-alike");
    public static readonly Refusal MostChoicesOutOfRange = new("poll-most-choices-out-of-range");
    public static readonly Refusal OpensInPast = new("poll-opens-in-past");
    public static readonly Refusal ClosingTimeMissing = new("poll-closing-time-missing");
    public static readonly Refusal OpenTooShort = new("poll-open-too-short", (int)PollPlan.ShortestOpen.TotalMinutes);
    public static readonly Refusal ConsultationUnknown = new("poll-consultation-unknown");
    public static readonly Refusal CriterionUnknown = new("poll-criterion-unknown");

    public static readonly Refusal AlreadyOpened = new("poll-already-opened");
    public static readonly Refusal NotOpenYet = new("poll-not-open-yet");
    public static readonly Refusal Closed = new("poll-closed");
    public static readonly Refusal VerifiedOnly = new("poll-verified-only");
    public static readonly Refusal NothingChosen = new("ballot-nothing-chosen");
    public static readonly Refusal UnknownOption = new("ballot-unknown-option");
    public static readonly Refusal ClosureReasonMissing = new("poll-closure-reason-missing");
    public static readonly Refusal ClosureReasonTooLong = new("poll-closure-reason-too-long", Closure.LongestReason);

    public static Refusal TooManyChosen(int most) => new("ballot-too-many-chosen", most);
}
