namespace Bungo.Forum.Domain.Passages;

public static class PassageRefusals
{
    public static readonly Refusal WordsMissing = new("passage-words-missing");
    public static readonly Refusal WordsTooLong = new("passage-words-too-long", Quote.LongestExact);
    public static readonly Refusal WordsNotFound = new("passage-words-not-found");
    public static readonly Refusal WordsInSeveralPlaces = new("passage-words-in-several-places");
    public static readonly Refusal VersionChanged = new("passage-version-changed");
    public static readonly Refusal CriterionGone = new("passage-criterion-gone");
    public static readonly Refusal NotUndecided = new("passage-not-undecided");
}
