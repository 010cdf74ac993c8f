using Bungo.Forum.Ledger.Rules;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>Why no act is numbered at present.</summary>
public enum LogTrouble
{
    /// <summary>The files cannot be written: disk full, folder read-only.</summary>
    FilesNotWritable,

    /// <summary>The log has entries, and the key that signed them is not in this folder.</summary>
    KeyMissing,

    /// <summary>Another process has the folder with the key: the sequencer of another database, or one that is about to end.</summary>
    SignerElsewhere,

    /// <summary>The signer's own record contradicts the database: an old backup was restored, or entries were changed.</summary>
    SignerRefuses,

    /// <summary>What the database holds does not give its own head, or an act waiting there is none.</summary>
    DatabaseInconsistent,

    /// <summary>The file that names the witnesses is not one.</summary>
    PolicyUnreadable,

    /// <summary>The log was closed for good; another one has to be begun.</summary>
    LogClosed,
}

/// <summary>Stops the sequencer. What exactly is wrong is in the message, for whoever runs the machine.</summary>
public sealed class LogFaultException(LogTrouble trouble, string message, Exception? cause = null) : Exception(message, cause)
{
    public LogTrouble Trouble { get; } = trouble;

    /// <summary>A full disk can be emptied, a file mended and another process ended while the site runs; the others need somebody to look and to start anew.</summary>
    public bool MayPass => Trouble is LogTrouble.FilesNotWritable or LogTrouble.KeyMissing or LogTrouble.SignerElsewhere or LogTrouble.PolicyUnreadable;

    public static LogFaultException Of(SigningRefusal refusal, string detail) =>
        new(refusal == SigningRefusal.RecordMissing ? LogTrouble.KeyMissing : LogTrouble.SignerRefuses, $"The signer refuses ({refusal}): {detail}");
}
