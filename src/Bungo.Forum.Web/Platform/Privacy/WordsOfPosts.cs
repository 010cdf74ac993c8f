using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform.Privacy;

/// <summary>Everything but the row itself that holds what somebody wrote: its earlier versions, and what opens its commitments.</summary>
public static class WordsOfPosts
{
    /// <returns>The commitments nobody can open any more, for the act that has to list them.</returns>
    public static async Task<IReadOnlyList<ErasureTarget>> DestroyWordsAsync(this ForumDb db, Post post, CancellationToken cancel)
    {
        await db.PostRevisions.Where(r => r.PostId == post.Id).ExecuteDeleteAsync(cancel);
        return await db.DestroyOpeningsAsync(post.ObjectId, cancel);
    }

    public static Task<IReadOnlyList<ErasureTarget>> DestroyTitleAsync(this ForumDb db, Topic topic, CancellationToken cancel) => db.DestroyOpeningsAsync(topic.ObjectId, cancel);

    /// <summary>A moderator's reasons stand on the same object and are not the author's words.</summary>
    private static async Task<IReadOnlyList<ErasureTarget>> DestroyOpeningsAsync(this ForumDb db, Guid objectId, CancellationToken cancel)
    {
        var words = db.ActOpenings.Where(o => o.ObjectId == objectId && (o.Label == "body" || o.Label == "lampiran" || o.Label == "sikap") && o.State != OpeningState.Destroyed);
        var targets = await words.Select(o => new { o.ActId, o.Label }).ToListAsync(cancel);
        await words.ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Salt, (byte[]?)null).SetProperty(o => o.Content, (byte[]?)null).SetProperty(o => o.State, OpeningState.Destroyed), cancel);
        return [.. targets.Select(t => new ErasureTarget(ActId.From(t.ActId), t.Label))];
    }
}
