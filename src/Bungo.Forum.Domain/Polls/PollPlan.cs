namespace Bungo.Forum.Domain.Polls;

/// <summary>
/// A poll as an official words it. Everything here is fixed at opening: a question or an option that changed
/// under votes already cast would make them say what nobody said.
/// </summary>
/// <param name="Description">Markdown source; may be empty.</param>
/// <param name="Options">Labels in the order shown; blank ones do not count.</param>
/// <param name="MostChoices">Only for <see cref="PollKind.SeveralChoices"/>; null for as many as there are options.</param>
/// <param name="OpensAt">Null for at once.</param>
public sealed record PollPlan(
    string? Question, string? Description, IReadOnlyList<string?> Options, PollKind Kind, int? MostChoices,
    Electorate Electorate, ResultTiming ResultTiming, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt)
{
    public const int LongestQuestion = 200;
    public const int LongestDescription = 4_000;
    public const int FewestOptions = 2;

    /// <summary>More cannot be weighed against each other in one look at a phone.</summary>
    public const int MostOptions = 10;

    /// <summary>Ballots carry their time to the hour; a poll shorter than that would have no time at all.</summary>
    public static readonly TimeSpan ShortestOpen = TimeSpan.FromHours(1);

    /// <returns>The same plan normalised and without gaps, ready to become a poll.</returns>
    public Outcome<PollPlan> Check(DateTimeOffset now)
    {
        var question = Text.NormalizeLine(Question);
        if (question.Length == 0) return PollRefusals.QuestionMissing;
        if (question.Length > LongestQuestion) return PollRefusals.QuestionTooLong;
        var description = Text.Normalize(Description);
        if (description.Length > LongestDescription) return PollRefusals.DescriptionTooLong;

        var labels = Options.Select(Text.NormalizeLine).Where(l => l.Length > 0).ToArray();
        if (labels.Length < FewestOptions) return PollRefusals.TooFewOptions;
        if (labels.Length > MostOptions) return PollRefusals.TooManyOptions;
        if (labels.Any(l => l.Length > PollOption.LongestLabel)) return PollRefusals.OptionTooLong;
        if (labels.Distinct(StringComparer.OrdinalIgnoreCase).Count() < labels.Length) return PollRefusals.OptionsAlike;
        var most = Kind == PollKind.OneChoice ? 1 : MostChoices ?? labels.Length;
        if (Kind == PollKind.SeveralChoices && (most < 2 || most > labels.Length)) return PollRefusals.MostChoicesOutOfRange;

        var opens = OpensAt ?? now;
        if (opens < now) return PollRefusals.OpensInPast;
        if (ClosesAt is not { } closes) return PollRefusals.ClosingTimeMissing;
        if (closes - opens < ShortestOpen) return PollRefusals.OpenTooShort;
        return this with
        {
            Question = question,
            Description = description,
            Options = labels,
            MostChoices = most,
            OpensAt = opens,
            ClosesAt = closes,
        };
    }
}
