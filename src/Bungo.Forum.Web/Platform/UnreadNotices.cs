using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// The number beside "Notices" in the header. Members only: one look into a small partial index, which stops
/// counting where the number stops telling anything. Pages of those who are not signed in have none and stay
/// in the output cache.
/// </summary>
public sealed class UnreadNotices(ForumDb db, Viewer viewer)
{
    public const int Most = 99;

    // Ordered by what is the same in all of them: any hundred will do, and the index gives them without sorting.
    public async Task<int> CountAsync(CancellationToken cancel) => viewer.Id is { } id
        ? await db.Notices.Where(n => n.AccountId == id && n.ReadAt == null).OrderBy(n => n.AccountId).Take(Most + 1).CountAsync(cancel)
        : 0;
}
