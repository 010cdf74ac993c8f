namespace Bungo.Forum.Web.Data;

/// <summary>
/// Where hand-written SQL finds every act recorded so far, with <c>kind</c> and <c>recorded_at</c>. Waiting and
/// numbered acts alike; queries over entities ask <see cref="ForumDb.RecordedActs"/>.
/// </summary>
public static class RecordedActs
{
    public const string Source = "ledger.act";
}
