namespace Bungo.Forum.Verifier.Export;

/// <summary>Why there is nothing to judge.</summary>
public enum Unreadable
{
    FolderMissing,

    /// <summary>A zip or an address, which this program does not read yet.</summary>
    NotAFolder,
    FileMissing,
    ReadFailed,
}

/// <summary>The export could not be read at all. It says nothing about the ledger, neither good nor bad.</summary>
public sealed class ExportUnreadableException(Unreadable reason, string path, Exception? cause = null)
    : IOException($"{reason}: {path}", cause)
{
    public Unreadable Reason { get; } = reason;
    public string Path { get; } = path;
}
