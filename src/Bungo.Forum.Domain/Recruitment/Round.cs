namespace Bungo.Forum.Domain.Recruitment;

/// <summary>
/// One recruitment of the regency (a CPNS or PPPK selection of a year): what is offered, when, and by which
/// criteria. It comes from the recruitment core and is replaced whole when it comes again; only its criteria
/// are kept in every version, because those are what people discuss.
/// </summary>
public sealed class Round
{
    private readonly List<Stage> _stages = [];
    private readonly List<Vacancy> _vacancies = [];

    private Round() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }

    /// <summary>Upper-case letters, digits and hyphens, as the recruitment core names it.</summary>
    public string Code { get; private set; } = "";

    public RoundKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public int Year { get; private set; }
    public IReadOnlyList<Stage> Stages => _stages;
    public IReadOnlyList<Vacancy> Vacancies => _vacancies;

    /// <summary>The number of the newest criteria version; 0 while there is none.</summary>
    public int LastCriteria { get; private set; }

    public static Round Create(string code) => new() { ObjectId = Guid.NewGuid(), Code = code };

    public void Describe(RoundKind kind, string title, int year, IEnumerable<Stage> stages, IEnumerable<Vacancy> vacancies)
    {
        Kind = kind;
        Title = title;
        Year = year;
        _stages.Clear();
        _stages.AddRange(stages);
        _vacancies.Clear();
        _vacancies.AddRange(vacancies);
    }

    /// <summary>
    /// Versions only grow, and one that was published never changes: the same number with the same words is
    /// nothing new (null), with other words it is refused.
    /// </summary>
    public Outcome<CriteriaVersion?> Publish(int number, IReadOnlyList<Criterion> criteria, CriteriaVersion? existing, DateTimeOffset now, IReadOnlyList<ChangeReason>? reasons = null)
    {
        if (existing is not null)
            return existing.Says(criteria) ? default(CriteriaVersion?)! : RecruitmentRefusals.VersionChanged;
        if (number <= LastCriteria) return RecruitmentRefusals.VersionNotNewer;
        LastCriteria = number;
        return new CriteriaVersion(this, number, criteria, now, reasons ?? []);
    }
}
