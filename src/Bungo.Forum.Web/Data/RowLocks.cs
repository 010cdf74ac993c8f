using Bungo.Forum.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Data;

/// <summary>
/// Takes a row's lock before the row is read, inside the transaction that will change it: under READ COMMITTED
/// what is read next is what the previous holder left. It is a statement of its own because EF composes owned
/// and complex members around <c>FromSql</c> in ways that lose the lock or the column names.
///
/// Order, so that nobody waits in a circle: topic, post, account, then the streams that the recorder takes. A
/// post's counts move under its topic's lock; the post's own is for what never touches a stream. Keys stay free
/// (<c>no key</c>): a row that merely refers to the locked one, as a notice to its reader, need not wait.
/// </summary>
public static class RowLocks
{
    public static Task LockTopicAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from topic where id = {id} for no key update", cancel);

    public static Task LockTopicOfPostAsync(this ForumDb db, long postId, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from topic t join post p on p.topic_id = t.id where p.id = {postId} for no key update of t", cancel);

    public static Task LockPostAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from post where id = {id} for no key update", cancel);

    /// <summary>Two compilations of one period take turns; there is no row yet that could be locked.</summary>
    public static Task LockReportsAsync(this ForumDb db, Period period, CancellationToken cancel)
    {
        var name = "report:" + period;
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
    }

    public static Task LockAccountAsync(this ForumDb db, long? id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from account where id = {id} for no key update", cancel);

    public static Task LockAnnouncementAsync(this ForumDb db, string slug, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from announcement where slug = {slug} for no key update", cancel);

    public static Task LockAnnouncementDraftAsync(this ForumDb db, long? id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from announcement_draft where id = {id} for no key update", cancel);
    public static Task LockPollAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from poll where id = {id} for no key update", cancel);

    public static Task LockConsultationAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from consultation where id = {id} for no key update", cancel);
}
