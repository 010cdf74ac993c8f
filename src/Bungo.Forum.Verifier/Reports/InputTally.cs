using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>The inputs and answers of one report's period.</summary>
internal sealed class InputTally(PublishedReport report, Period period)
{
    private const int Tenths = 10;

    private readonly long _compiled = report.At.ToUnixTimeSeconds();
    private readonly long _from = period.From.ToUnixTimeSeconds();
    private readonly long _until = period.Until.ToUnixTimeSeconds();
    private readonly SortedDictionary<int, long> _waited = [];

    public IReadOnlyList<DateOnly> Holidays { get; set; } = [];

    public long Answered { get; private set; }
    public long Unanswered { get; private set; }

    /// <summary>Something that it depends on happened so near to a border that the log does not tell on which side.</summary>
    public bool IsNearBorder { get; private set; }

    public void Border(long posted, List<long>? changes)
    {
        IsNearBorder |= IsNear(posted, _from) || IsNear(posted, _until) || changes?.Exists(at => Math.Abs(at - _compiled) <= Seconds) == true;

        static bool IsNear(long at, long border) => at >= border && at < border + Seconds;
    }

    /// <param name="rows">When the input and the answers to it could be read.</param>
    public void Add(List<InputRow> rows)
    {
        var input = rows.Find(row => !row.IsAnswer && IsReadable(row));
        if (input == default || input.At >= _until) return;
        long? answered = null;
        foreach (var row in rows)
            if (row.IsAnswer && IsReadable(row) && row.At < _until && !(answered <= row.At)) answered = row.At;
        if (input.At >= _from && answered is null) Unanswered++;
        if (input.At >= _from && answered is not null) Answered++;
        if (answered is not { } at || at < _from) return;
        var days = WorkingDays.Between(DayOf(input.At), DayOf(at), Holidays);
        _waited[days] = _waited.GetValueOrDefault(days) + 1;
    }

    /// <summary>Of the working days waited, in tenths: the value below which a part lies, in tenths too; between two days in proportion.</summary>
    public Recount Percentile(int part)
    {
        var all = _waited.Values.Sum();
        if (all == 0) return Recount.Nothing;
        var (place, rest) = Math.DivRem(part * (all - 1), Tenths);
        var below = At(place);
        return Recount.Exactly((Tenths * below) + (rest == 0 ? 0 : (At(place + 1) - below) * rest));
    }

    private static long Seconds => (long)WibMonths.Border.TotalSeconds;

    private bool IsReadable(InputRow row) => row.From < report.Record && report.Record < row.Until;

    private static DateOnly DayOf(long seconds) => WibMonths.DayOf(DateTimeOffset.FromUnixTimeSeconds(seconds));

    private int At(long place)
    {
        foreach (var (days, count) in _waited)
        {
            if (place < count) return days;
            place -= count;
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }
}

/// <summary>Monday to Friday without the days off that the report names.</summary>
internal static class WorkingDays
{
    private const int InWeek = 7, WorkedInWeek = 5;

    /// <summary>After the first day, up to and including the last.</summary>
    public static int Between(DateOnly first, DateOnly last, IReadOnlyList<DateOnly> holidays) =>
        Before(last.DayNumber + 1) - Before(first.DayNumber + 1) - holidays.Distinct().Count(h => h > first && h <= last && h.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    // Day 0 of the calendar is a Monday.
    private static int Before(int day) => (day / InWeek * WorkedInWeek) + Math.Min(day % InWeek, WorkedInWeek);
}
