using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Acts;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>A version of a report, as its act in the log tells of it.</summary>
internal sealed record PublishedReport(long Record, DateTimeOffset At, string Period, long Version, DocumentDigest Data, DocumentDigest Table)
{
    public const string Kind = "laporan.terbit";

    public string Name => $"{Period} v{Version}";

    public static PublishedReport Of(long record, Leaf leaf) =>
        new(record, leaf.At, leaf.Text("periode")!, leaf.Count("versi") ?? 1, leaf.Documents["data"], leaf.Documents["berkas"]);
}
