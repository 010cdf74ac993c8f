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

    /// <summary>The policy asks for witnesses, and none of the checkpoints has as many.</summary>
    QuorumMissing,

    /// <summary>Acts stand behind the last checkpoint with a quorum that are newer than it by more than the time allowed.</summary>
    WitnessGap,
    EntryDiffers,
    TileDiffers,
    RootDiffers,
    HeadUnsigned,
    LogShorter,
    LogForked,

    /// <summary>The list names a key that the log did not announce before it signed.</summary>
    KeyUnannounced,

    /// <summary>A key was announced, and what its predecessor should have signed is missing or is not that.</summary>
    KeyStatement,

    // The acts among themselves.
    OpeningMisplaced,

    /// <summary>The log says that it follows another, and the end of that one is missing or is not that.</summary>
    PredecessorDiffers,
    ActBehindClosing,
    ActRepeated,
    PreviousUnknown,
    PreviousOfAnotherObject,
    PreviousOvertaken,
    PreviousMissing,
    TimeRunsBack,
    ErasureOfNothing,

    /// <summary>An act names a decision of moderation that does not come before it.</summary>
    DecisionUnknown,

    /// <summary>An appeal is decided that nobody lodged.</summary>
    AppealUnknown,

    /// <summary>Something is changed or ended that nobody began.</summary>
    BeginningMissing,

    /// <summary>The posts of a topic do not count up one by one: one was left out, or put between.</summary>
    PostNumberGap,

    /// <summary>An answer names another deadline than the one before it.</summary>
    DeadlineMoved,

    /// <summary>A suspension ends before it begins.</summary>
    TermReversed,

    /// <summary>A poll opens, closes or is counted when it may not.</summary>
    PollOutOfCourse,

    /// <summary>The versions of a report or text do not count up one by one.</summary>
    VersionDiffers,

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

    /// <summary>Said to be withheld, and neither by its nature nor by a decision that stands.</summary>
    RestrictedUnfounded,
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

    // Reports.
    ReportFileMissing,
    ReportFileDiffers,

    /// <summary>The file is what was published, and no report on that period.</summary>
    ReportUnreadable,

    /// <summary>It tells of a period that had not ended.</summary>
    ReportEarly,

    /// <summary>Its two files do not state the same.</summary>
    ReportTableDiffers,

    /// <summary>It states a number, and the log gives another.</summary>
    FigureDiffers,

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
