namespace Bungo.Forum.Web.Data;

/// <summary>
/// Where hand-written SQL finds every act recorded so far, with <c>kind</c> and <c>recorded_at</c>. The one place to
/// change when acts are moved on from the waiting room.
/// </summary>
public static class RecordedActs
{
    public const string Source = "ledger.pending";
}
