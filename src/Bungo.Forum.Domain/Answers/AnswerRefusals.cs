namespace Bungo.Forum.Domain.Answers;

public static class AnswerRefusals
{
    public static readonly Refusal NothingChosen = new("answer-nothing-chosen");
    public static readonly Refusal TooManyChosen = new("answer-too-many", Answer.MostInputs);
    public static readonly Refusal NotAwaiting = new("answer-not-awaiting");
    public static readonly Refusal DispositionMissing = new("answer-disposition-missing");
    public static readonly Refusal ReasonTooShort = new("answer-reason-too-short", Answer.ShortestReason);
    public static readonly Refusal ReasonTooLong = new("answer-reason-too-long", Answer.LongestReason);
    public static readonly Refusal DuplicateOfWhat = new("answer-duplicate-of-what");
    public static readonly Refusal NotAnsweredYet = new("objection-not-answered");
    public static readonly Refusal ObjectedOnce = new("objection-once");
}
