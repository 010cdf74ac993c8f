using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>
/// Each minute: publishes what is due, takes off pins that are over. One transaction for each, so that a crash
/// leaves the rest to the next minute; <c>skip locked</c>, so that two servers never take the same one.
/// </summary>
public sealed class PublishAnnouncementsJob(ForumDb db, ActRecorder acts, Publishing publishing, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await PublishOneAsync(cancel)) db.ChangeTracker.Clear();
        while (await UnpinOneAsync(cancel)) db.ChangeTracker.Clear();
    }

    private async Task<bool> PublishOneAsync(CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var now = clock.GetUtcNow();
        var due = await db.Database.SqlQuery<long>($"""select id as "Value" from announcement_draft where publish_at <= {now} order by publish_at, id limit 1 for update skip locked""").ToListAsync(cancel);
        if (due.Count == 0) return false;
        var draft = await db.AnnouncementDrafts.FirstAsync(d => d.Id == due[0], cancel);
        await acts.CommitAsync((await publishing.PrepareAsync(draft, null, cancel)).Value, cancel);
        return true;
    }

    private async Task<bool> UnpinOneAsync(CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var now = clock.GetUtcNow();
        var over = await db.Database.SqlQuery<long>($"""select id as "Value" from announcement where pinned_until <= {now} limit 1 for update skip locked""").ToListAsync(cancel);
        if (over.Count == 0) return false;
        var announcement = await db.Announcements.FirstAsync(a => a.Id == over[0], cancel);
        announcement.DropPin(now);
        await acts.CommitAsync(new AnnouncementMoved(announcement), cancel);
        return true;
    }
}
