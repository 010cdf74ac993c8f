namespace Bungo.Forum.Contract.OpenData.V1;

/// <summary>One consultation. Figures are told of a single one, not in lists.</summary>
/// <param name="Round">Code of the recruitment round whose criteria it presents.</param>
/// <param name="CriteriaVersion">Number of the version presented now.</param>
/// <param name="Phase"><c>draft-published</c>, <c>input-open</c>, <c>answering</c> or <c>adopted</c>.</param>
public sealed record ConsultationV1(
    long Id, string Title, string Address, string Round, int CriteriaVersion, string Phase,
    DateTimeOffset PublishedAt, DateTimeOffset InputOpensAt, DateTimeOffset InputClosesAt, DateTimeOffset AdoptedAt,
    int? Inputs = null, int? AnsweredInputs = null, int? Posts = null, int? People = null, int? VerifiedPeople = null);
