using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>
/// The months of the calendar people here live by (WIB), numbered on; a period is one of them or three. An act is
/// recorded a moment after it is done, so one recorded in the first minute of a month may have been done in the month
/// before: it lies on the border, and counts for sure in neither.
/// </summary>
internal static class WibMonths
{
    public static readonly TimeSpan Border = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);
    private const int InYear = 12;

    public static int Of(DateTimeOffset at)
    {
        var local = at.UtcDateTime + Wib;
        return (local.Year * InYear) + local.Month - 1;
    }

    public static bool IsOnBorder(DateTimeOffset at)
    {
        var local = at.UtcDateTime + Wib;
        return local.Day == 1 && local.TimeOfDay < Border;
    }

    public static IEnumerable<int> Of(Period period)
    {
        var first = Of(period.From);
        return Enumerable.Range(first, Of(period.Until) - first);
    }

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime + Wib);
}
