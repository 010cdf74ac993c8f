using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// Takes a flag, from the form and from the API alike. The post's row lock orders flags with each other and
/// with decisions, so that the docket's count is the number of its flags.
/// </summary>
public sealed class Flagging(ForumDb db, ActRecorder acts, Viewer viewer, TimeProvider clock)
{
    /// <returns>
    /// The flag; the earlier one unchanged when this person flagged the post before, for they may have pressed
    /// twice, or forgotten. Null when there is no such post.
    /// </returns>
    public async Task<Outcome<Flag>?> FlagAsync(long postId, FlagReason? reason, string? note, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockPostAsync(postId, cancel);
        if (await db.Posts.Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == postId, cancel) is not { } post) return null;
        var account = await viewer.AccountAsync(cancel);
        if (await db.Flags.AsNoTracking().FirstOrDefaultAsync(f => f.PostId == postId && f.AccountId == account.Id, cancel) is { } earlier) return earlier;

        if (await db.Dockets.FindAsync([postId], cancel) is not { } docket) db.Add(docket = new Docket(post));
        var received = docket.Receive(account, reason, note, clock.GetUtcNow());
        if (received.IsRefused(out _)) return received;
        db.Add(received.Value);
        await acts.CommitAsync(new PostFlagged(docket, received.Value), cancel);
        return received;
    }
}
