using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Reporting;

/// <summary>What can be wrong beyond the form of a single line or record (<see cref="LedgerFault"/>).</summary>
public enum VerifyFault
{
    /// <summary>Not what the format allows; <see cref="Finding.Malformed"/> says where and why.</summary>
    Malformed,
    LineTooLong,
    LineNotEnded,

    // The log as a whole.
    CheckpointUnsigned,
    SignatureForged,
    KeyOutOfRange,
    EntryDiffers,
    TileDiffers,
    RootDiffers,
    HeadUnsigned,
    LogShorter,
    LogForked,

    // The acts among themselves.
    ActRepeated,
    PreviousUnknown,
    PreviousOfAnotherObject,
    PreviousOvertaken,
    PreviousMissing,
    TimeRunsBack,
    ErasureOfNothing,

    // What opens them.
    OpeningOfUnknownAct,
    OpeningOfNoCommitment,
    OpeningRepeated,
    OpeningMismatch,
    OpeningOfErased,
    LostWithoutRecord,
    WithheldOfNothing,
    WithheldThoughOpen,
    WithheldRepeated,
    SealedTooLong,

    // Polls.
    BallotOutsideVoting,
    BallotUnlisted,
    BallotForeign,
    BallotIncomplete,
    BallotChoice,
    BallotFileMissing,
    BallotFileDiffers,
    ResultDiffers,

    // Receipts.
    ReceiptUnsigned,
    ReceiptDisproved,
    ReceiptOfAnotherLog,
    ReceiptOpeningMismatch,
}

/// <summary>One fault, at one place.</summary>
/// <param name="File">The file's name within the package, or as given on the command line.</param>
/// <param name="At">The record's number in the log from 0, or the line's from 1, as the file has the one or the other.</param>
/// <param name="Other">The record that it contradicts, where there is one.</param>
/// <param name="Subject">The id, label or number concerned. From a hostile file: show it only escaped.</param>
public sealed record Finding(string File, long? At, VerifyFault Fault, long? Other = null, string? Subject = null, LedgerFormatException? Malformed = null)
{
    public bool IsLine => File.EndsWith(".jsonl", StringComparison.Ordinal);
}
