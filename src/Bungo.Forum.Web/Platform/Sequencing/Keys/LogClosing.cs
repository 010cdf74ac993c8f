namespace Bungo.Forum.Web.Platform.Sequencing.Keys;

/// <summary>
/// The end of a log: <c>buku.tutup</c> is its last entry, the checkpoint over it the last that is signed. What waits behind it
/// goes on waiting, and from then on the site accepts nothing, until whoever runs it begins the next log.
/// </summary>
internal static class LogClosing
{
    public const string Kind = "buku.tutup";

    public static LogFaultException Fault => new(LogTrouble.LogClosed, "The log was closed; begin the next one as RUNBOOK.md says.");

    public static bool IsEnd(WaitingAct act) => act.Leaf.Kind.Name == Kind;

    /// <summary>The order up to and with the closing, if it is in there.</summary>
    public static List<WaitingAct> Cut(List<WaitingAct> order)
    {
        var end = order.FindIndex(IsEnd);
        return end < 0 ? order : order[..(end + 1)];
    }
}
