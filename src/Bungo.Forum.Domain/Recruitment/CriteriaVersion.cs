namespace Bungo.Forum.Domain.Recruitment;

/// <summary>Why the office changed, added or removed a criterion.</summary>
public sealed record ChangeReason(string Code, string Reason);

/// <summary>The criteria of a round as they stood at one publication. Never changed after.</summary>
public sealed class CriteriaVersion
{
    private readonly List<Criterion> _criteria = [];
    private readonly List<ChangeReason> _reasons = [];

    private CriteriaVersion() { }

    internal CriteriaVersion(Round round, int number, IEnumerable<Criterion> criteria, DateTimeOffset now, IEnumerable<ChangeReason> reasons)
    {
        Round = round;
        RoundId = round.Id;
        ObjectId = Guid.NewGuid();
        Number = number;
        PublishedAt = now;
        _criteria.AddRange(criteria);
        _reasons.AddRange(reasons);
    }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public long RoundId { get; private set; }
    public Round? Round { get; private set; }
    public int Number { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<Criterion> Criteria => _criteria;

    /// <summary>Why each criterion that differs from the version before does; empty for what the recruitment core sent.</summary>
    public IReadOnlyList<ChangeReason> Reasons => _reasons;

    public bool Says(IReadOnlyList<Criterion> criteria) => _criteria.SequenceEqual(criteria);
}
