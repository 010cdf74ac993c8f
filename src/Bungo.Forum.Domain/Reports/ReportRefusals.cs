namespace Bungo.Forum.Domain.Reports;

public static class ReportRefusals
{
    public static readonly Refusal PeriodUnreadable = new("report-period-unreadable");
    public static readonly Refusal PeriodRunning = new("report-period-running");
    public static readonly Refusal Unchanged = new("report-unchanged");
    public static readonly Refusal ReasonMissing = new("report-reason-missing");
    public static readonly Refusal ReasonTooLong = new("report-reason-too-long", Report.LongestReason);
}
