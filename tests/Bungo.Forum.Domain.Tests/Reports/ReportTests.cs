using System.Security.Cryptography;
using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Domain.Tests.Reports;

public class ReportTests
{
    private static readonly Period October = Period.Parse("2026-10").Value;
    private static readonly DateTimeOffset After = October.Until;

    [Fact]
    public void The_first_report_needs_no_reason_and_carries_the_digest_of_its_bytes()
    {
        var report = Report.Publish(October, null, "{}"u8.ToArray(), [1], null, After).Value;
        Assert.Equal(1, report.Version);
        Assert.Equal(SHA256.HashData("{}"u8), report.DataDigest);
        Assert.Null(report.Reason);
        Assert.Equal(Definitions.Version, report.DefinitionsVersion);
    }

    [Fact]
    public void A_period_that_runs_is_not_reported_on() =>
        Assert.Equal(ReportRefusals.PeriodRunning, Refused(Report.Publish(October, null, [1], [1], null, After.AddTicks(-1))));

    [Fact]
    public void Equal_figures_make_no_new_version_even_with_a_reason() =>
        Assert.Equal(ReportRefusals.Unchanged, Refused(Report.Publish(October, First(), [1], [2], "Hitung ulang.", After)));

    [Fact]
    public void Other_figures_make_a_new_version_only_with_a_reason()
    {
        var first = First();
        Assert.Equal(ReportRefusals.ReasonMissing, Refused(Report.Publish(October, first, [2], [1], " \n ", After)));
        Assert.Equal(ReportRefusals.ReasonTooLong, Refused(Report.Publish(October, first, [2], [1], new string('a', Report.LongestReason + 1), After)));
        var second = Report.Publish(October, first, [2], [1], "Satu putusan terlambat dicatat.", After).Value;
        Assert.Equal(2, second.Version);
        Assert.Equal(first.ObjectId, second.ObjectId);
        Assert.Equal([1], first.Data);
    }

    private static Report First() => Report.Publish(October, null, [1], [1], null, After).Value;

    private static Refusal Refused(Outcome<Report> outcome) => outcome.IsRefused(out var refusal) ? refusal : throw new InvalidOperationException("not refused");
}
