using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>
/// A version of a report is out. Both files are documents by digest: the figures as data, and the table people
/// download. Why a newer version was needed is free text and therefore committed, not clear.
/// </summary>
public sealed record ReportPublished(Report Report) : PublicAct("laporan.terbit", Report.ObjectId, null)
{
    public override bool IsFirst => Report.Version == 1;

    public override IEnumerable<Change> Changes => [new(Streams.Reports, Streams.Name("report", Report.Id))];

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object>
    {
        ["periode"] = Report.Period.ToString(),
        ["versi"] = Report.Version,
    };

    public override IEnumerable<Committed> Commitments => Report.Reason is { } reason ? [new("alasan", "text/plain", reason)] : [];

    public override IEnumerable<Document> Documents =>
        [new("data", "application/json", Report.Data), new("berkas", "text/csv", Report.File)];
}
