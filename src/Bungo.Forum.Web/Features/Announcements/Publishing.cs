using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>
/// Makes an announcement of a draft: draws its address, puts the rows of the one in the place of the other, and
/// gives the act to commit them with. The caller holds the draft's row and commits.
/// </summary>
public sealed class Publishing(ForumDb db, TimeProvider clock)
{
    /// <summary>Writes a draft and, when that is what was asked, publishes it: the act is the one that tells of it.</summary>
    /// <param name="draft">The draft that stood before; null for a new one.</param>
    public async Task<Outcome<Act>> WriteAsync(WrittenDraft written, AnnouncementDraft? draft, Account author, CancellationToken cancel)
    {
        var result = written.On(draft, author, clock.GetUtcNow());
        if (result.IsRefused(out var refusal)) return refusal;
        if (written.Action == WrittenDraft.Publish)
        {
            var published = await PrepareAsync(result.Value, author, cancel);
            return published.IsRefused(out refusal) ? refusal : published.Value;
        }

        if (draft is null) db.Add(result.Value);
        return new AnnouncementPrepared(result.Value);
    }

    /// <param name="by">Who publishes now; null when the schedule does.</param>
    public async Task<Outcome<AnnouncementPublished>> PrepareAsync(AnnouncementDraft draft, Account? by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var slug = await DrawSlugAsync(draft.Title, cancel);
        var published = by is null ? draft.PublishScheduled(slug, now) : draft.Publish(by, slug, now);
        if (published.IsRefused(out var refusal)) return refusal;

        var (announcement, version) = published.Value;
        db.Add(announcement);
        db.Add(version);
        // A draft written and published in one go was never a row.
        if (db.Entry(draft).State != EntityState.Detached) db.Remove(draft);
        return new AnnouncementPublished(announcement, version, by ?? await db.Accounts.FirstAsync(a => a.Id == version.ById, cancel), by is null);
    }

    private async Task<string> DrawSlugAsync(string title, CancellationToken cancel)
    {
        // Held until commit: two that publish the same title at once draw one after the other.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('announcement-slug'))", cancel);
        var wanted = Slug.Of(title);
        var taken = await db.Announcements.Where(a => a.Slug.StartsWith(wanted)).Select(a => a.Slug).ToListAsync(cancel);
        return AnnouncementSlug.Of(title, taken.ToHashSet());
    }
}
