namespace Bungo.Forum.Domain.Tests;

public class WorkingDaysTests
{
    // 24 November 2026 is a Tuesday.
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly WorkingDays Plain = new([]);

    [Theory]
    [InlineData(0, "2026-11-24")]
    [InlineData(1, "2026-11-25")]
    [InlineData(3, "2026-11-27")]
    [InlineData(4, "2026-11-30")]
    [InlineData(7, "2026-12-03")]
    public void Saturdays_and_Sundays_do_not_count(int days, string last) =>
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), Plain.After(Tuesday, days));

    [Fact]
    public void A_day_off_on_a_weekday_does_not_count_and_one_on_a_Sunday_takes_nothing() =>
        Assert.Equal(new DateOnly(2026, 12, 4), new WorkingDays([new(2026, 11, 26), new(2026, 11, 29)]).After(Tuesday, 7));

    [Fact]
    public void A_term_that_begins_on_a_day_off_counts_from_the_next_working_day() =>
        Assert.Equal(new DateOnly(2026, 11, 30), Plain.After(new DateOnly(2026, 11, 28), 1));
}
