using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// Gives support or takes it back, for the buttons and the API alike. Who asks says which of the two, so that asking
/// twice is asking once, whatever arrives twice: a double click, a form sent again, a request repeated.
///
/// The topic's row lock makes the count and the rows agree, and it is the topic's and not the post's because a reply,
/// which holds the topic, counts itself on the post.
/// </summary>
public sealed class Supporting(ForumDb db, ActRecorder acts, Viewer viewer, TimeProvider clock)
{
    /// <returns>The post as it stands then; null when there is none.</returns>
    public async Task<Outcome<Post>?> SetAsync(long postId, bool wanted, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicOfPostAsync(postId, cancel);
        if (await db.Posts.Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == postId, cancel) is not { } post) return null;
        var account = await viewer.AccountAsync(cancel);
        var now = clock.GetUtcNow();
        if (Support.May(post, account, now).IsRefused(out var refusal)) return refusal;
        var given = await db.Supports.FindAsync([postId, account.Id], cancel);
        if (wanted == (given is not null)) return post;

        if (given is null) db.Add(Support.Give(post, account, now).Value);
        else if (!Support.TakeBack(post, account, now).IsRefused(out _)) db.Remove(given);
        await acts.CommitAsync(new SupportChanged(post.Topic!, post), cancel);
        return post;
    }
}
