using CsCheck;

namespace Bungo.Forum.Ledger.Tests;

public sealed class LedgerTimeTests
{
    [Theory]
    [InlineData("2026-11-24T07:08:09.9999999Z", TimeGrain.Second, "2026-11-24T07:08:09Z")]
    [InlineData("2026-11-24T07:08:09Z", TimeGrain.Hour, "2026-11-24T07:00:00Z")]
    [InlineData("2026-11-24T07:08:09+07:00", TimeGrain.Second, "2026-11-24T00:08:09Z")]
    [InlineData("2026-11-24T00:30:00+05:45", TimeGrain.Hour, "2026-11-23T18:00:00Z")]
    [InlineData("2024-02-29T23:59:59Z", TimeGrain.Second, "2024-02-29T23:59:59Z")]
    public void A_time_is_cut_off_in_UTC(string instant, TimeGrain grain, string expected) =>
        Assert.Equal(expected, LedgerTime.Write(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), grain));

    [Fact]
    public void A_written_time_is_never_later_than_the_instant() =>
        Gen.Select(Gen.Long[0, DateTimeOffset.MaxValue.UtcTicks], Gen.Int[0, 1]).Sample((ticks, grain) =>
        {
            var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
            var written = DateTimeOffset.Parse(LedgerTime.Write(instant, (TimeGrain)grain), System.Globalization.CultureInfo.InvariantCulture);
            return written <= instant && instant - written < (grain == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.FromHours(1));
        });
}
