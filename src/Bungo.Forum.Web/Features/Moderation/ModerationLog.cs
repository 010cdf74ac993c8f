using System.Globalization;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// A line of the public log: what was done, why, by which office, and where. Whom it concerns stands nowhere.
/// </summary>
public sealed record LogLine
{
    private const int LongestExcerpt = 240;

    public required long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Measure Measure { get; init; }
    public required string Rule { get; init; }
    public required int RulesVersion { get; init; }

    /// <summary>The reason's beginning; the whole stands on the decision's own page.</summary>
    public required string ReasonStart { get; init; }

    public required DecisionSource Source { get; init; }
    public required int FlagCount { get; init; }
    public string? OrderNumber { get; init; }
    public string? Office { get; init; }
    public bool ByEvaluator { get; init; }
    public bool ByTwo { get; init; }
    public DateTimeOffset? Until { get; init; }
    public long? TopicId { get; init; }
    public string? TopicSlug { get; init; }
    public int? PostNumber { get; init; }

    /// <summary>The decision that took this one back.</summary>
    public long? UndoneBy { get; init; }

    /// <summary>When the oldest appeal that waits is due.</summary>
    public DateTimeOffset? AppealDue { get; init; }
    public AppealOutcome? FirstOutcome { get; init; }
    public AppealOutcome? SecondOutcome { get; init; }

    public Article Article => Rules.Of(RulesVersion).Find(Rule)!;

    /// <summary>What became of objections, stage by stage; empty while there are none.</summary>
    public IEnumerable<string> Appeals
    {
        get
        {
            if (FirstOutcome is { } first) yield return T($"Tingkat 1: {Word(first)}", $"Stage 1: {Word(first)}");
            if (SecondOutcome is { } second) yield return T($"Tingkat 2: {Word(second)}", $"Stage 2: {Word(second)}");
            if (AppealDue is { } due) yield return T($"menunggu putusan, batas {Wib.Date(due.AddTicks(-1))}", $"waits for a ruling, due {Wib.Date(due.AddTicks(-1))}");
        }
    }

    private static string Word(AppealOutcome outcome) => outcome == AppealOutcome.Granted ? T("dikabulkan", "granted") : T("ditolak", "rejected");

    public string Excerpt => ReasonStart.Length <= LongestExcerpt ? ReasonStart : ReasonStart[..LongestExcerpt] + " …";

    /// <summary>Newest first, by ordinal comparison.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:D19}.{Id:D19}");

    public static IQueryable<LogLine> From(ForumDb db, IQueryable<Decision> decisions) => decisions.Select(d => new LogLine
    {
        Id = d.Id,
        At = d.At,
        Measure = d.Measure,
        Rule = d.Rule,
        RulesVersion = d.RulesVersion,
        ReasonStart = d.Reason.Substring(0, LongestExcerpt + 1),
        Source = d.Source,
        FlagCount = d.FlagCount,
        OrderNumber = d.OrderNumber,
        Office = d.Office,
        Until = d.Until,
        TopicId = d.Post != null ? d.Post.TopicId : d.TopicId,
        TopicSlug = d.Post != null ? d.Post.Topic!.Slug : d.Topic != null ? d.Topic.Slug : null,
        PostNumber = d.Post != null ? d.Post.Number : null,
        ByEvaluator = d.ByEvaluator,
        ByTwo = d.SecondId != null,
        AppealDue = db.Appeals.Where(a => a.DecisionId == d.Id && !db.AppealRulings.Any(r => r.DecisionId == a.DecisionId && r.Level == a.Level)).Min(a => (DateTimeOffset?)a.DueAt),
        FirstOutcome = db.AppealRulings.Where(r => r.DecisionId == d.Id && r.Level == Appeal.First).Select(r => (AppealOutcome?)r.Outcome).FirstOrDefault(),
        SecondOutcome = db.AppealRulings.Where(r => r.DecisionId == d.Id && r.Level == Appeal.Second).Select(r => (AppealOutcome?)r.Outcome).FirstOrDefault(),
        UndoneBy = db.Decisions.Where(later => later.UndoneId == d.Id).Select(later => (long?)later.Id).FirstOrDefault(),
    });
}

/// <summary>Which part of the log is asked for, as the address bar says it (<c>?tindakan=&amp;pasal=&amp;dari=&amp;sampai=&amp;banding=</c>).</summary>
/// <param name="Until">Last day, included.</param>
/// <param name="Appealed">One of <see cref="Answers"/>.</param>
public sealed record LogFilter(Measure? Measure, string? Rule, DateOnly? From, DateOnly? Until, string? Appealed)
{
    public static LogFilter Read(IQueryCollection query) => new(
        Codes.ParseMeasure(query["tindakan"]), Rules.Current.Find(query["pasal"])?.Code, Day(query["dari"]), Day(query["sampai"]), Answers.FirstOrDefault(a => a == query["banding"]));

    /// <summary>What became of appeals: any were made, some wait, the last ruling granted or rejected.</summary>
    public static readonly string[] Answers = ["ada", "menunggu", "dikabulkan", "ditolak"];

    public bool IsEmpty => this == new LogFilter(null, null, null, null, null);

    public IQueryable<Decision> Of(ForumDb db)
    {
        var decisions = Appeals(db, db.Decisions.AsNoTracking());
        if (Measure is { } measure) decisions = decisions.Where(d => d.Measure == measure);
        if (Rule is { } rule) decisions = decisions.Where(d => d.Rule == rule);
        if (From is { } from && Start(from) is var first) decisions = decisions.Where(d => d.At >= first);
        if (Until is { } until && Start(until.AddDays(1)) is var end) decisions = decisions.Where(d => d.At < end);
        return decisions.OrderByDescending(d => d.At).ThenByDescending(d => d.Id);
    }

    private IQueryable<Decision> Appeals(ForumDb db, IQueryable<Decision> decisions)
    {
        if (Appealed is null) return decisions;
        if (Appealed == "ada") return decisions.Where(d => db.Appeals.Any(a => a.DecisionId == d.Id));
        if (Codes.ParseOutcome(Appealed) is { } outcome)
            return decisions.Where(d => db.AppealRulings.Any(r => r.DecisionId == d.Id && r.Outcome == outcome && !db.AppealRulings.Any(l => l.DecisionId == d.Id && l.Level > r.Level)));
        return decisions.Where(d => db.Appeals.Any(a => a.DecisionId == d.Id && !db.AppealRulings.Any(r => r.DecisionId == a.DecisionId && r.Level == a.Level)));
    }

    /// <summary>The same filter as a query string, for links.</summary>
    public string Query() => string.Concat(Parts().Select(p => $"&{p.Name}={Uri.EscapeDataString(p.Value)}"));

    private IEnumerable<(string Name, string Value)> Parts()
    {
        if (Measure is { } measure) yield return ("tindakan", measure.Code());
        if (Rule is { } rule) yield return ("pasal", rule);
        if (From is { } from) yield return ("dari", Text(from));
        if (Until is { } until) yield return ("sampai", Text(until));
        if (Appealed is { } appealed) yield return ("banding", appealed);
    }

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => Text((DateOnly?)day)!;

    // The year's bounds keep the arithmetic below from leaving the calendar.
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;

    private static DateTimeOffset Start(DateOnly day) => Wib.FromInput(day.ToDateTime(TimeOnly.MinValue));
}
