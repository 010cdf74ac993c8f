using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Reports;

namespace Bungo.Forum.Verifier.Reporting;

public enum Verdict
{
    Sound,
    FaultFound,

    /// <summary>Nothing was there to check; an empty log must not pass for a sound one.</summary>
    CannotJudge,
}

/// <summary>Commitments by what became of them; the last six add up to the first.</summary>
/// <param name="Matching">Opened by the content that was committed to.</param>
/// <param name="Restricted">Withheld, and the package says so.</param>
/// <param name="Sealed">Ballots of polls that are not counted yet.</param>
/// <param name="Erased">Destroyed, as an act in the log says.</param>
/// <param name="Lost">Not opened, and no word why.</param>
/// <param name="Mismatching">Opened by something else.</param>
public sealed record CommitmentCounts(long Total, long Matching, long Restricted, long Sealed, long Erased, long Lost, long Mismatching);

/// <param name="Recounted">From the ballots, and checked against the announced result.</param>
/// <param name="Open">Not counted yet.</param>
/// <param name="Unpublished">Counted, but without a file of ballots.</param>
public sealed record PollCounts(int Recounted, int Open, int Unpublished);

/// <param name="Figure">And <paramref name="Cell"/>: which number of the report.</param>
public sealed record UncheckedNumber(string Figure, string Cell, NotRecomputable Why);

/// <summary>A report that was looked at.</summary>
/// <param name="Recomputed">How many of its numbers were counted again from the log and agree.</param>
/// <param name="Unchecked">The numbers that the log does not give.</param>
public sealed record ReportOutcome(string Period, long Version, int Recomputed, IReadOnlyList<UncheckedNumber> Unchecked);

/// <summary>A receipt that was looked at.</summary>
/// <param name="Size">Of the log at the time of the receipt.</param>
public sealed record ReceiptOutcome(string File, string Act, long Index, long Size, bool IsWitnessed);

/// <summary>The last checkpoint that has a quorum of witnesses.</summary>
/// <param name="At">When the quorum was full.</param>
public sealed record WitnessedHead(long Size, DateTimeOffset At);

/// <summary>What was looked at, and what was found.</summary>
/// <param name="AreKeysBrought">Whether the keys came from elsewhere than the package.</param>
public sealed record CheckReport(Checkpoint? Checkpoint, PolicyCheck? Signatures, bool AreKeysBrought, FindingList Findings)
{
    /// <summary>The checkpoint's bytes, to be kept for the next check.</summary>
    public ReadOnlyMemory<byte> KeptHead { get; init; }

    /// <summary>Records that are acts.</summary>
    public long Acts { get; init; }

    /// <summary>Null where the package holds no openings.</summary>
    public CommitmentCounts? Commitments { get; init; }
    public PollCounts? Polls { get; init; }
    public IReadOnlyList<ReportOutcome> Reports { get; init; } = [];

    /// <summary>How far enough witnesses stand for this log; null where the policy asks for none, or none do.</summary>
    public WitnessedHead? Witnessed { get; init; }

    /// <summary>The size of the head that was kept from last time.</summary>
    public long? KeptSize { get; init; }
    public IReadOnlyList<ReceiptOutcome> Receipts { get; init; } = [];

    public Verdict Verdict => Findings.Count > 0 ? Verdict.FaultFound
        : Acts == 0 ? Verdict.CannotJudge
        : Verdict.Sound;

    internal static CheckReport WithoutHead(FindingList findings) => new(null, null, false, findings);
}
