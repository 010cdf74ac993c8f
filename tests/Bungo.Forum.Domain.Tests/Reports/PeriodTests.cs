using Bungo.Forum.Domain.Reports;
using CsCheck;

namespace Bungo.Forum.Domain.Tests.Reports;

public class PeriodTests
{
    [Theory]
    [InlineData("2026-10", "2026-09-30T17:00:00Z", "2026-10-31T17:00:00Z")]
    [InlineData("2026-12", "2026-11-30T17:00:00Z", "2026-12-31T17:00:00Z")]
    [InlineData("2024-02", "2024-01-31T17:00:00Z", "2024-02-29T17:00:00Z")]
    [InlineData("2026-Q4", "2026-09-30T17:00:00Z", "2026-12-31T17:00:00Z")]
    [InlineData("2027-Q1", "2026-12-31T17:00:00Z", "2027-03-31T17:00:00Z")]
    public void A_period_begins_and_ends_at_midnight_in_WIB(string code, string from, string until)
    {
        var period = Period.Parse(code).Value;
        Assert.Equal(DateTimeOffset.Parse(from, null), period.From);
        Assert.Equal(DateTimeOffset.Parse(until, null), period.Until);
        Assert.Equal(TimeSpan.Zero, period.From.Offset);
    }

    [Theory]
    [InlineData("2026-12", "2027-01")]
    [InlineData("2026-Q4", "2027-Q1")]
    [InlineData("2026-09", "2026-10")]
    public void The_year_turns_with_its_last_period(string code, string next)
    {
        Assert.Equal(next, Period.Parse(code).Value.Next.ToString());
        Assert.Equal(code, Period.Parse(next).Value.Previous.ToString());
    }

    [Fact]
    public void Midnight_belongs_to_the_day_that_begins()
    {
        var newYear = new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal("2027-01", Period.Containing(newYear, PeriodKind.Month).ToString());
        Assert.Equal("2027-Q1", Period.Containing(newYear, PeriodKind.Quarter).ToString());
        Assert.Equal("2026-12", Period.Containing(newYear.AddTicks(-1), PeriodKind.Month).ToString());
        Assert.True(Period.Parse("2026-Q4").Value.HasEnded(newYear));
        Assert.False(Period.Parse("2026-Q4").Value.HasEnded(newYear.AddTicks(-1)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-q4")]
    [InlineData("2026-10\n")]
    [InlineData(" 2026-10")]
    [InlineData("1999-12")]
    [InlineData("٢٠٢٦-10")]
    public void Any_other_spelling_is_refused(string? code)
    {
        Assert.True(Period.Parse(code).IsRefused(out var refusal));
        Assert.Equal(ReportRefusals.PeriodUnreadable, refusal);
    }

    [Fact]
    public void Periods_follow_each_other_without_gap_and_read_back_as_written() =>
        Gen.Select(Gen.Int[2001, 2998], Gen.Int[0, 365 * 24], Gen.Bool).Sample((year, hours, quarter) =>
        {
            var at = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hours);
            var period = Period.Containing(at, quarter ? PeriodKind.Quarter : PeriodKind.Month);
            Assert.True(period.From <= at && at < period.Until);
            Assert.Equal(period.Until, period.Next.From);
            Assert.Equal(period, period.Next.Previous);
            Assert.Equal(period, Period.Parse(period.ToString()).Value);
            Assert.True(period < period.Next);
        });

    [Fact]
    public void Ended_periods_are_listed_from_the_beginning_to_the_last_that_is_over()
    {
        var beginning = new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero);
        var now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(["2026-10", "2026-11", "2026-12"], Period.EndedSince(beginning, PeriodKind.Month, now).Select(p => p.ToString()));
        Assert.Equal(["2026-Q4"], Period.EndedSince(beginning, PeriodKind.Quarter, now).Select(p => p.ToString()));
        Assert.Empty(Period.EndedSince(now, PeriodKind.Month, now));
    }
}
