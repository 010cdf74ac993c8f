using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Answers;

/// <summary>Which inputs of a consultation a list shows.</summary>
/// <param name="Outcome">Null for those that await an answer.</param>
/// <param name="Criterion">Code of a criterion; null for all topics.</param>
/// <param name="Words">Part of what they say; null for any.</param>
public sealed record CoverageFilter(Disposition? Outcome, string? Criterion, string? Words);

/// <summary>How far the office has come.</summary>
/// <param name="Overdue">Of those that await an answer.</param>
/// <param name="Objected">Of those that await an answer, since their author said the first was none.</param>
public sealed record CoverageCounts(int Inputs, int Awaiting, int Overdue, int Objected, IReadOnlyList<(Disposition Outcome, int Count)> Outcomes)
{
    public int Answered => Inputs - Awaiting;

    /// <summary>Whole percents, never rounded up to all while one still waits.</summary>
    public int Percent => Inputs == 0 ? 0 : (int)(100L * Answered / Inputs);
}

/// <summary>
/// The inputs of a consultation with what became of them: top-level posts of members that can be read. Those without an
/// answer come oldest first, counted from when they were written, or from their author's objection.
/// </summary>
public sealed class CoverageReading(ForumDb db, AnswerTerm term, TimeProvider clock)
{
    public const int PageSize = 100;

    public async Task<CoverageCounts> CountAsync(long consultationId, CancellationToken cancel)
    {
        var before = term.OverdueBefore(clock.GetUtcNow());
        var awaiting = Awaiting(Inputs(consultationId));
        var counts = await awaiting.GroupBy(_ => 1)
            .Select(g => new { All = g.Count(), Overdue = g.Count(p => (p.Objection == null ? p.PostedAt : p.Objection.At) < before), Objected = g.Count(p => p.Objection != null) })
            .SingleOrDefaultAsync(cancel);
        var outcomes = await Answered(Inputs(consultationId)).GroupBy(p => p.Answer!.Disposition).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return new CoverageCounts(
            (counts?.All ?? 0) + outcomes.Sum(o => o.Count), counts?.All ?? 0, counts?.Overdue ?? 0, counts?.Objected ?? 0,
            [.. Enum.GetValues<Disposition>().Select(d => (d, outcomes.FirstOrDefault(o => o.Key == d)?.Count ?? 0))]);
    }

    /// <returns>A page of them, and where the next begins; null at the end.</returns>
    public async Task<(IReadOnlyList<InputLine> Lines, string? Next)> ListAsync(long consultationId, CoverageFilter filter, TimeCursor? after, CancellationToken cancel)
    {
        var found = await InputLine.From(Page(Of(consultationId, filter), after)).ToListAsync(cancel);
        if (found.Count <= PageSize) return (found, null);
        found.RemoveAt(PageSize);
        return (found, new TimeCursor(found[^1].Asked, found[^1].Id).ToString());
    }

    /// <summary>The criteria that have a topic in this consultation, for the filter.</summary>
    public Task<List<CriterionChoice>> CriteriaAsync(long consultationId, CancellationToken cancel) =>
        db.Topics.Where(t => t.ConsultationId == consultationId && t.CriterionCode != null).OrderBy(t => t.Id)
            .Select(t => new CriterionChoice(t.CriterionCode!, t.Title)).ToListAsync(cancel);

    private IQueryable<Post> Of(long consultationId, CoverageFilter filter)
    {
        var inputs = Inputs(consultationId);
        inputs = filter.Outcome is { } outcome ? Answered(inputs).Where(p => p.Answer!.Disposition == outcome) : Awaiting(inputs);
        if (filter.Criterion is { } code) inputs = inputs.Where(p => p.Topic!.CriterionCode == code);
        if (filter.Words is { } words) inputs = inputs.Where(p => EF.Functions.ILike(p.Body, "%" + Escaped(words) + "%", "\\"));
        return inputs;
    }

    private static IQueryable<Post> Page(IQueryable<Post> inputs, TimeCursor? after)
    {
        if (after is { } last)
        {
            inputs = inputs.Where(p => (p.Objection == null ? p.PostedAt : p.Objection.At) > last.At
                || ((p.Objection == null ? p.PostedAt : p.Objection.At) == last.At && p.Id > last.Id));
        }

        return inputs.OrderBy(p => p.Objection == null ? p.PostedAt : p.Objection.At).ThenBy(p => p.Id).Take(PageSize + 1);
    }

    private IQueryable<Post> Inputs(long consultationId) => db.Posts.AsNoTracking()
        .Where(p => p.Topic!.ConsultationId == consultationId && p.ParentId == null && p.Office == null && p.Hiding == null && p.WithdrawnAt == null);

    // The same rule as the Domain's, in SQL.
    private static IQueryable<Post> Awaiting(IQueryable<Post> inputs) => inputs.Where(p => p.AnswerId == null || (p.Objection != null && p.Objection.At >= p.Answer!.At));

    private static IQueryable<Post> Answered(IQueryable<Post> inputs) => inputs.Where(p => p.AnswerId != null && (p.Objection == null || p.Objection.At < p.Answer!.At));

    private static string Escaped(string words) => words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}

public sealed record CriterionChoice(string Code, string Title);
