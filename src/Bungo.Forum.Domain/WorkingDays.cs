namespace Bungo.Forum.Domain;

/// <summary>
/// The calendar that promises in working days are kept by: Monday to Friday, except the days off that the yearly joint
/// decree names. Reports count by the same rule in SQL, where the days of thousands of answers are counted at once.
/// </summary>
public sealed class WorkingDays(IEnumerable<DateOnly> off)
{
    private readonly HashSet<DateOnly> _off = [.. off];

    public bool Contains(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day);

    /// <summary>The last day of a term of so many working days; the day it begins on does not count.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (Contains(day)) count--;
        }

        return day;
    }
}
