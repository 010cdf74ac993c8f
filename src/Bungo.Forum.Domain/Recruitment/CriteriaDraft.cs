using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Recruitment;

/// <summary>A criterion as the office is rewriting it.</summary>
/// <param name="IsGone">Whether the next version will be without it; its words stay here, should they change their mind.</param>
/// <param name="Reason">Why, for everybody to read; needed for each that differs.</param>
public sealed record DraftedCriterion(
    string Code, string Title, string Text, int? Weight, Authority Authority, string LegalBasis, bool IsGone = false, string Reason = "")
{
    public Criterion Criterion => new(Code, Title, Text, Weight, Authority, LegalBasis);

    public static DraftedCriterion Of(Criterion criterion) =>
        new(criterion.Code, criterion.Title, criterion.Text, criterion.Weight, criterion.Authority, criterion.LegalBasis);
}

/// <summary>
/// The next version of a round's criteria while it is still the office's own paper; one for each round. It begins as a
/// copy of the newest version and remembers which: should another be published meanwhile, from the recruitment core, it
/// can no longer say what it would change, and is begun anew.
/// </summary>
public sealed class CriteriaDraft
{
    public const int MostCriteria = 200;

    private readonly List<DraftedCriterion> _items = [];

    private CriteriaDraft() { }

    public long Id { get; private set; }
    public long RoundId { get; private set; }

    /// <summary>The version it changes.</summary>
    public int BaseNumber { get; private set; }

    public IReadOnlyList<DraftedCriterion> Items => _items;

    /// <summary>Counts saved changes, so that a form can tell whether somebody else saved meanwhile.</summary>
    public int Edition { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public static Outcome<CriteriaDraft> Begin(Account by, CriteriaVersion newest, DateTimeOffset now)
    {
        if (by.May(Permission.PublishConsultation, now).IsRefused(out var refusal)) return refusal;
        var draft = new CriteriaDraft { RoundId = newest.RoundId, BaseNumber = newest.Number, SavedAt = now };
        draft._items.AddRange(newest.Criteria.Select(DraftedCriterion.Of));
        return draft;
    }

    /// <summary>Puts a criterion in the place of the one of its code, or at the end.</summary>
    /// <param name="edition">The edition the writer had before them.</param>
    public Outcome<CriteriaDraft> Write(Account by, DraftedCriterion criterion, int edition, DateTimeOffset now)
    {
        if (by.May(Permission.PublishConsultation, now).IsRefused(out var refusal)) return refusal;
        if (edition != Edition) return RecruitmentRefusals.DraftChangedMeanwhile;
        var kept = criterion with
        {
            Title = Domain.Text.NormalizeLine(criterion.Title),
            Text = Domain.Text.Normalize(criterion.Text),
            LegalBasis = Domain.Text.NormalizeLine(criterion.LegalBasis),
            Reason = Domain.Text.Normalize(criterion.Reason),
        };
        if (CriterionRules.Check(kept).IsRefused(out refusal)) return refusal;
        var at = _items.FindIndex(i => string.Equals(i.Code, kept.Code, StringComparison.OrdinalIgnoreCase));
        if (at < 0 && _items.Count >= MostCriteria) return RecruitmentRefusals.TooManyCriteria;
        if (at < 0) _items.Add(kept);
        else _items[at] = kept with { Code = _items[at].Code };
        Edition++;
        SavedAt = now;
        return this;
    }

    /// <summary>The next version, with the reason of each change. The caller holds the round and removes the draft.</summary>
    public Outcome<CriteriaVersion> Publish(Account by, Round round, CriteriaVersion newest, int edition, DateTimeOffset now)
    {
        if (by.May(Permission.PublishConsultation, now).IsRefused(out var refusal)) return refusal;
        if (edition != Edition) return RecruitmentRefusals.DraftChangedMeanwhile;
        if (newest.Number != BaseNumber || round.LastCriteria != BaseNumber) return RecruitmentRefusals.DraftOutdated;
        var changes = ChangesFrom(newest);
        if (changes.Count == 0) return RecruitmentRefusals.NothingChanged;
        if (changes.Any(c => c.Reason.Length == 0)) return RecruitmentRefusals.ReasonMissing;
        var next = _items.Where(i => !i.IsGone).Select(i => i.Criterion).ToList();
        if (CriterionRules.CheckAll(next).IsRefused(out refusal)) return refusal;
        var published = round.Publish(BaseNumber + 1, next, null, now, [.. changes.Select(c => new ChangeReason(c.Code, c.Reason))]);
        return published.IsRefused(out refusal) ? refusal : published.Value!;
    }

    /// <summary>What differs from the version it began with.</summary>
    public IReadOnlyList<DraftedCriterion> ChangesFrom(CriteriaVersion version) =>
        [.. _items.Where(i => version.Criteria.FirstOrDefault(c => c.Code == i.Code) is var was && (i.IsGone ? was is not null : was != i.Criterion))];
}
