namespace Bungo.Forum.Verifier.Packages;

/// <summary>Why there is nothing to judge.</summary>
public enum Unreadable
{
    NotFound,
    FileMissing,
    ReadFailed,

    /// <summary>A file of the command line, or in the package, that is not what it should be before any judging.</summary>
    FileMalformed,

    /// <summary>A zip that unpacks to far more than it holds, or names one file twice or a place outside itself.</summary>
    ZipUnsafe,

    /// <summary>The server answered with something else than a file or "not found".</summary>
    ServerAnswer,

    /// <summary>The package ends before the checkpoint that a receipt stands under, so it cannot tell whether the act is still there.</summary>
    OlderThanReceipt,

    /// <summary>No room in the temporary folder for what does not fit into memory.</summary>
    NoRoom,
}

/// <summary>The package could not be read at all. It says nothing about the ledger, neither good nor bad.</summary>
public sealed class PackageUnreadableException(Unreadable reason, string path, Exception? cause = null)
    : IOException($"{reason}: {path}", cause)
{
    public Unreadable Reason { get; } = reason;
    public string Path { get; } = path;
}
