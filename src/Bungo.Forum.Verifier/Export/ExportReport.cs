namespace Bungo.Forum.Verifier.Export;

public enum Verdict
{
    Sound,
    FaultFound,

    /// <summary>Nothing was there to check; an empty file must not pass for a sound ledger.</summary>
    CannotJudge,
}

/// <summary>What was looked at, and what was found.</summary>
/// <param name="Acts">Sound leaves read.</param>
/// <param name="Commitments">In those leaves; the next four add up to it.</param>
/// <param name="Matching">Opened by a content that is the one committed to.</param>
/// <param name="Mismatching">Opened by something else.</param>
/// <param name="Erased">Without an opening, as an erasure act in the export says.</param>
/// <param name="Unopened">Without an opening. Whether restricted, still sealed or lost, an export alone cannot tell.</param>
public sealed record ExportReport(
    long Acts, long Commitments, long Matching, long Mismatching, long Erased, long Unopened, IReadOnlyList<Finding> Findings)
{
    public Verdict Verdict => Findings.Count > 0 ? Verdict.FaultFound
        : Acts == 0 ? Verdict.CannotJudge
        : Verdict.Sound;
}
