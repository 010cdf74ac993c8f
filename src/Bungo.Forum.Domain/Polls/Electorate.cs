namespace Bungo.Forum.Domain.Polls;

/// <summary>
/// Who may cast a ballot. Both are open lists: who joins or is verified while the poll is open may vote. Their
/// number at opening is put on record, so that anybody can hold the turnout against it.
/// </summary>
public enum Electorate
{
    /// <summary>Every account that may take part in the forum.</summary>
    Members,

    /// <summary>Accounts that were matched to a person.</summary>
    VerifiedPersons,
}
