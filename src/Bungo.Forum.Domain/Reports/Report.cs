using System.Security.Cryptography;

namespace Bungo.Forum.Domain.Reports;

/// <summary>
/// One version of the transparency report on a period, as it was published. It is never changed and never
/// removed: when a later count differs, the difference is a new version with a reason, and both stay readable.
/// It keeps the bytes and not only the numbers, because the ledger holds digests of exactly these bytes.
/// </summary>
public sealed class Report
{
    public const int LongestReason = 500;

    private Report() { }

    public long Id { get; private set; }

    /// <summary>The random id by which the ledger knows the reports on this period, all versions alike.</summary>
    public Guid ObjectId { get; private set; }

    public Period Period { get; private set; } = null!;

    /// <summary>1, 2, 3 … within the period.</summary>
    public int Version { get; private set; }

    public DateTimeOffset CompiledAt { get; private set; }

    /// <summary>When the period ended, for the order of the list.</summary>
    public DateTimeOffset PeriodUntil { get; private set; }

    /// <summary>Version of the definitions it counts by.</summary>
    public string DefinitionsVersion { get; private set; } = "";

    /// <summary>The figures as canonical JSON.</summary>
    public byte[] Data { get; private set; } = [];

    /// <summary>SHA-256 of <see cref="Data"/>.</summary>
    public byte[] DataDigest { get; private set; } = [];

    /// <summary>The same figures as the table people download.</summary>
    public byte[] File { get; private set; } = [];

    /// <summary>Why a newer version was needed; null for the first.</summary>
    public string? Reason { get; private set; }

    public string DigestText => Convert.ToHexStringLower(DataDigest);

    /// <param name="newest">The newest version on the same period; null when there is none yet.</param>
    /// <param name="data">Canonical, so that equal figures are equal bytes.</param>
    public static Outcome<Report> Publish(Period period, Report? newest, byte[] data, byte[] file, string? reason, DateTimeOffset now)
    {
        if (!period.HasEnded(now)) return ReportRefusals.PeriodRunning;
        if (newest is not null && newest.Data.AsSpan().SequenceEqual(data)) return ReportRefusals.Unchanged;
        var why = Text.Normalize(reason);
        if (newest is not null && why.Length == 0) return ReportRefusals.ReasonMissing;
        if (why.Length > LongestReason) return ReportRefusals.ReasonTooLong;
        return new Report
        {
            ObjectId = newest?.ObjectId ?? Guid.NewGuid(),
            Period = period,
            Version = (newest?.Version ?? 0) + 1,
            CompiledAt = now,
            PeriodUntil = period.Until,
            DefinitionsVersion = Definitions.Version,
            Data = data,
            DataDigest = SHA256.HashData(data),
            File = file,
            Reason = newest is null ? null : why,
        };
    }
}
