using System.Globalization;
using System.Text.RegularExpressions;

namespace Bungo.Forum.Domain.Reports;

public enum PeriodKind
{
    Month,
    Quarter,
}

/// <summary>
/// A month (<c>2026-10</c>) or quarter (<c>2026-Q4</c>) of the calendar people here live by: it begins at
/// midnight WIB, seven hours before the same date does in UTC. There is no summer time to think of. The two
/// spellings are addresses and stand in the ledger, so a period has exactly one of them.
/// </summary>
public sealed partial record Period : IComparable<Period>
{
    public const int CodeLength = 7;
    private const int MonthsInQuarter = 3;
    private const int EarliestYear = 2000;
    private const int LatestYear = 2999;
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    private Period(PeriodKind kind, int year, int number) => (Kind, Year, Number) = (kind, year, number);

    public PeriodKind Kind { get; }
    public int Year { get; }

    /// <summary>Month 1 to 12 or quarter 1 to 4.</summary>
    public int Number { get; }

    /// <summary>The first instant inside, in UTC.</summary>
    public DateTimeOffset From => new DateTimeOffset(Year, FirstMonth, 1, 0, 0, 0, Wib).ToUniversalTime();

    /// <summary>The first instant after, in UTC.</summary>
    public DateTimeOffset Until => Next.From;

    public Period Next => Moved(+1);

    public Period Previous => Moved(-1);

    public static Outcome<Period> Parse(string? code)
    {
        var match = Form.Match(code ?? "");
        if (!match.Success) return ReportRefusals.PeriodUnreadable;
        var year = Whole(match.Groups["year"]);
        if (year is < EarliestYear or > LatestYear) return ReportRefusals.PeriodUnreadable;
        return match.Groups["quarter"] is { Success: true } quarter
            ? new Period(PeriodKind.Quarter, year, Whole(quarter))
            : new Period(PeriodKind.Month, year, Whole(match.Groups["month"]));
    }

    public static Period Containing(DateTimeOffset at, PeriodKind kind)
    {
        var local = at.ToOffset(Wib);
        return new Period(kind, local.Year, kind == PeriodKind.Month ? local.Month : ((local.Month - 1) / MonthsInQuarter) + 1);
    }

    /// <summary>Every period of a kind that has ended, the one in which <paramref name="beginning"/> lies first.</summary>
    public static IReadOnlyList<Period> EndedSince(DateTimeOffset beginning, PeriodKind kind, DateTimeOffset now)
    {
        var ended = new List<Period>();
        for (var period = Containing(beginning, kind); period.HasEnded(now); period = period.Next) ended.Add(period);
        return ended;
    }

    public bool HasEnded(DateTimeOffset now) => now >= Until;

    /// <summary>By when it ended; a month before the quarter that ends with it.</summary>
    public int CompareTo(Period? other) => other is null ? 1 : (Until, Kind).CompareTo((other.Until, other.Kind));

    public override string ToString() => Kind == PeriodKind.Quarter
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    private int FirstMonth => Kind == PeriodKind.Month ? Number : ((Number - 1) * MonthsInQuarter) + 1;

    private Period Moved(int by)
    {
        var inYear = Kind == PeriodKind.Month ? 12 : 4;
        var count = (Year * inYear) + Number - 1 + by;
        return new Period(Kind, count / inYear, (count % inYear) + 1);
    }

    private static int Whole(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<year>[0-9]{4})-(?:Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2]))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
