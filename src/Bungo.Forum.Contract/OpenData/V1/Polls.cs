namespace Bungo.Forum.Contract.OpenData.V1;

/// <summary>One poll. Its counts are at <c>/result</c>, as far as they may be seen.</summary>
/// <param name="Consultation">Id of the consultation it is about; null for a poll of its own.</param>
/// <param name="Criterion">Code of the criterion it is about; null otherwise.</param>
/// <param name="Kind"><c>one</c> or <c>several</c>.</param>
/// <param name="MostChoices">How many options a ballot may name.</param>
/// <param name="Electorate"><c>members</c> or <c>verified</c>.</param>
/// <param name="Result"><c>live</c> or <c>after-close</c>.</param>
/// <param name="State"><c>scheduled</c>, <c>open</c> or <c>closed</c>.</param>
/// <param name="ClosedEarly">When and why an official ended it before its time; null otherwise.</param>
/// <param name="Description">Markdown source.</param>
/// <param name="Ballots">The turnout, always shown.</param>
/// <param name="EligibleAtOpening">How many could vote when it opened; null before.</param>
public sealed record PollV1(
    long Id, string Question, string Description, string Address, long? Consultation, string? Criterion, string Kind, int MostChoices, string Electorate,
    string Result, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, string State, EarlyClosingV1? ClosedEarly, IReadOnlyList<PollOptionV1> Options,
    int Ballots, int? EligibleAtOpening);

/// <param name="Id">As the public ledger names the option.</param>
public sealed record PollOptionV1(string Id, string Label);

public sealed record EarlyClosingV1(DateTimeOffset At, string Reason);

/// <param name="Final">Whether the poll is closed and this is its result.</param>
/// <param name="Counts">In the order of the poll's options; null while the poll hides them.</param>
/// <param name="Leading">Ids of the options with most votes: none, one, or several in a tie; null while hidden.</param>
public sealed record PollResultV1(bool Final, int Ballots, int? EligibleAtOpening, IReadOnlyList<OptionCountV1>? Counts, IReadOnlyList<string>? Leading);

public sealed record OptionCountV1(string Id, string Label, int Votes, int Percent);

/// <param name="Kind"><c>one</c> (default) or <c>several</c>.</param>
/// <param name="MostChoices">Only for <c>several</c>; null for as many as there are options.</param>
/// <param name="Electorate"><c>members</c> (default) or <c>verified</c>.</param>
/// <param name="Result"><c>after-close</c> (default) or <c>live</c>.</param>
/// <param name="OpensAt">Null for at once.</param>
public sealed record NewPollV1(
    string? Question, string? Description, IReadOnlyList<string?>? Options, string? Kind, int? MostChoices, string? Electorate, string? Result,
    DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, long? Consultation, string? Criterion);

/// <param name="Choices">Ids of options.</param>
public sealed record NewBallotV1(IReadOnlyList<string?>? Choices);

/// <param name="Effect"><c>first</c>, <c>changed</c> or <c>same</c>.</param>
/// <param name="ActId">The act in the public ledger that recorded it; null when the ballot already said so.</param>
public sealed record BallotCastV1(string Effect, string? ActId);
