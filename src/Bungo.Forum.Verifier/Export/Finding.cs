using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Export;

/// <summary>What can be wrong in an export beyond the form of a single line (<see cref="LedgerFault"/>).</summary>
public enum ExportFault
{
    /// <summary>The line is not what the format allows; <see cref="Finding.Malformed"/> says where and why.</summary>
    LineMalformed,
    LineTooLong,
    LineNotEnded,
    ActRepeated,
    PreviousUnknown,
    PreviousOfAnotherObject,
    PreviousOvertaken,
    PreviousMissing,
    TimeRunsBack,
    ErasureOfNothing,
    OpeningOfUnknownAct,
    OpeningOfNoCommitment,
    OpeningRepeated,
    OpeningMismatch,
    OpeningOfErased,
}

/// <summary>One fault, at one line.</summary>
/// <param name="File">The file's name within the export.</param>
/// <param name="Line">From 1.</param>
/// <param name="OtherLine">The line of <c>acts.jsonl</c> it contradicts, where there is one.</param>
/// <param name="Subject">The id or label concerned. From a hostile file: show it only escaped.</param>
public sealed record Finding(string File, long Line, ExportFault Fault, long? OtherLine = null, string? Subject = null, LedgerFormatException? Malformed = null);
