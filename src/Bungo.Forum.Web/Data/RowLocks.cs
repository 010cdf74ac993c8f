using Bungo.Forum.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Data;

/// <summary>
/// Takes a row's lock before the row is read, inside the transaction that will change it: under READ COMMITTED
/// what is read next is what the previous holder left. It is a statement of its own because EF composes owned
/// and complex members around <c>FromSql</c> in ways that lose the lock or the column names.
///
/// Order, so that nobody waits in a circle: topic, post, poll, consultation; account; decision; announcement and draft; then the
/// streams that the recorder takes. A post's counts move under its topic's lock; the post's own is for what never
/// touches a stream. Keys stay free (<c>no key</c>): a row that merely refers to the locked one, as a notice to its
/// reader, need not wait.
/// </summary>
public static class RowLocks
{
    public static Task LockTopicAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from topic where id = {id} for no key update", cancel);

    public static Task LockTopicOfPostAsync(this ForumDb db, long postId, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from topic t join post p on p.topic_id = t.id where p.id = {postId} for no key update of t", cancel);

    /// <summary>Of all topics that these posts stand in, in the order of their ids.</summary>
    public static Task LockTopicsOfPostsAsync(this ForumDb db, IReadOnlyCollection<long> postIds, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from topic where id in (select topic_id from post where id = any({postIds.ToArray()})) order by id for no key update", cancel);

    public static Task LockPostAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from post where id = {id} for no key update", cancel);

    /// <summary>Two compilations of one period take turns; there is no row yet that could be locked.</summary>
    public static Task LockReportsAsync(this ForumDb db, Period period, CancellationToken cancel)
    {
        var name = "report:" + period;
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
    }

    /// <summary>For who changes the account: waits until nothing is being done in its name, and nothing is until this commits.</summary>
    public static Task LockAccountAsync(this ForumDb db, long? id, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        select pg_advisory_xact_lock({InUse(id)});
        select 1 from account where id = {id} for no key update
        """, cancel);

    /// <summary>
    /// For who does something in the account's name: what was decided about it, a suspension, a role taken, its erasure,
    /// comes wholly before or wholly after. Not by the row's own lock, which PostgreSQL writes into the row as the
    /// transaction's number: a ballot carries that number too, and would then tell who cast it.
    /// </summary>
    public static Task HoldAccountAsync(this ForumDb db, long? id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({InUse(id)})", cancel);

    // The forum's other advisory locks are hashes of names, spread over all 64 bits; this keeps to a range of its own.
    private static long InUse(long? id) => unchecked((long)0xACC0_0000_0000_0000) | (id ?? 0);

    /// <summary>Appeals against a decision and rulings on them take turns.</summary>
    public static Task LockDecisionAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from decision where id = {id} for no key update", cancel);

    public static Task LockReviewItemAsync(this ForumDb db, string month, int rank, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from review_item where month = {month} and rank = {rank} for no key update", cancel);

    public static Task LockAnnouncementAsync(this ForumDb db, string slug, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from announcement where slug = {slug} for no key update", cancel);

    public static Task LockAnnouncementDraftAsync(this ForumDb db, long? id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from announcement_draft where id = {id} for no key update", cancel);

    public static Task LockPollAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from poll where id = {id} for no key update", cancel);

    /// <summary>Who brings a new version of a round's criteria, from the recruitment core or the office's draft, takes turns; also with the first, when there is no row yet.</summary>
    public static Task LockRoundAsync(this ForumDb db, string code, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"round:" + code}))", cancel);

    public static Task LockConsultationAsync(this ForumDb db, long id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from consultation where id = {id} for no key update", cancel);
}
