using Bungo.Forum.Domain.Recruitment;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>Two versions to compare, and how: word by word in one text, or sentence beside sentence.</summary>
public sealed record Comparison(string Before, string After, bool SideBySide);

/// <summary>A criterion in two versions; either may not have it.</summary>
/// <param name="Over">Null when there is nothing to compare with: it is read as it stands.</param>
public sealed record CriterionChange(Criterion? Old, Criterion? New, string Reason, Comparison? Over)
{
    public Criterion Criterion => New ?? Old!;
    public bool IsChange => Over is not null && Old != New;

    public string? Status => Over is null ? null
        : Old is null ? T("baru", "new")
        : New is null ? T("dihapus", "removed")
        : Old == New ? T("tidak berubah", "unchanged")
        : T("berubah", "changed");

    /// <summary>Criteria of either version, in the newer one's order, those that are gone last.</summary>
    public static IEnumerable<CriterionChange> Between(
        IReadOnlyList<Criterion>? before, IReadOnlyList<Criterion> after, IEnumerable<ChangeReason> reasons, Comparison? over)
    {
        var old = before?.ToDictionary(c => c.Code) ?? [];
        var why = reasons.ToDictionary(r => r.Code, r => r.Reason);
        foreach (var criterion in after) yield return new(old.GetValueOrDefault(criterion.Code), criterion, why.GetValueOrDefault(criterion.Code, ""), over);
        foreach (var gone in old.Values.Where(o => after.All(c => c.Code != o.Code))) yield return new(gone, null, why.GetValueOrDefault(gone.Code, ""), over);
    }
}
