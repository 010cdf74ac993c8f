using Bungo.Forum.Domain.Reports;
using CsCheck;

namespace Bungo.Forum.Domain.Tests.Reports;

public class SmallCellsTests
{
    [Theory]
    [InlineData(new long[] { 12, 40 }, new[] { false, false }, false)]
    [InlineData(new long[] { 3, 40 }, new[] { true, true }, false)]
    [InlineData(new long[] { 3, 40, 20 }, new[] { true, false, true }, false)]
    [InlineData(new long[] { 3, 4, 20 }, new[] { true, true, true }, false)]
    [InlineData(new long[] { 6, 4, 20 }, new[] { true, true, false }, false)]
    [InlineData(new long[] { 10, 9, 9 }, new[] { true, true, true }, false)]
    [InlineData(new long[] { 2, 2, 2, 2, 2 }, new[] { true, true, true, true, true }, true)]
    [InlineData(new long[] { 3, 4 }, new[] { true, true }, true)]
    [InlineData(new long[] { 0, 40 }, new[] { false, false }, false)]
    [InlineData(new long[] { 0, 0 }, new[] { false, false }, false)]
    public void What_is_small_and_what_would_give_it_away_is_withheld(long[] parts, bool[] withheld, bool sum)
    {
        var answer = SmallCells.Withhold(parts);
        Assert.Equal(withheld, answer.Parts);
        Assert.Equal(sum, answer.Sum);
    }

    [Fact]
    public void No_told_number_is_small_and_the_withheld_are_together_large_enough() =>
        Gen.Long[0, 60].Array[1, 9].Sample(parts =>
        {
            var (withheld, sum) = SmallCells.Withhold(parts);
            for (var i = 0; i < parts.Length; i++)
                if (!withheld[i]) Assert.False(SmallCells.IsSmall(parts[i]));
            if (sum) return;
            Assert.False(SmallCells.IsSmall(parts.Sum()));
            var hidden = parts.Where((_, i) => withheld[i]).ToList();
            Assert.True(hidden.Count == 0 || (hidden.Count >= 2 && hidden.Sum() >= SmallCells.Least));
        });

    /// <summary>
    /// A reader who knows the rule, the told cells and the told sum, and tries every table that would have been
    /// published so: for each withheld cell many numbers remain.
    /// </summary>
    [Fact]
    public void Who_knows_the_rule_and_subtracts_still_cannot_tell_a_withheld_number()
    {
        const int LargestSum = 36;
        const int FewestReadings = 7;
        var tables =
            from a in Enumerable.Range(0, LargestSum + 1)
            from b in Enumerable.Range(0, LargestSum + 1 - a)
            from c in Enumerable.Range(0, LargestSum + 1 - a - b)
            from d in Enumerable.Range(0, LargestSum + 1 - a - b - c)
            select new long[] { a, b, c, d };
        var readings = tables.GroupBy(Published).ToList();
        Assert.True(readings.Count > 100);
        var attacked = 0;
        foreach (var reading in readings)
        {
            var withheld = SmallCells.Withhold(reading.First()).Parts;
            for (var i = 0; i < withheld.Count; i++)
            {
                if (!withheld[i]) continue;
                attacked++;
                Assert.True(reading.Select(t => t[i]).Distinct().Count() >= FewestReadings, $"{reading.Key} tells cell {i}");
            }
        }

        Assert.True(attacked > 100);
    }

    private static string Published(long[] parts)
    {
        var (withheld, sum) = SmallCells.Withhold(parts);
        return string.Join(' ', parts.Select((p, i) => withheld[i] ? "?" : $"{p}")) + (sum ? " = ?" : $" = {parts.Sum()}");
    }
}
