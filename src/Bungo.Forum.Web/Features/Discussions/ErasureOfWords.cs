using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// Destroys what people wrote who deleted their account: the words, their earlier versions, and what opens their
/// commitments. What was said for an office stays, as all acts in office do. A commit for each post with the act that
/// says so, and in random order: the account's own commit would lock every topic they ever wrote in, and would file in
/// the ledger, side by side, what belonged to one person.
/// </summary>
public sealed class ErasureOfWords(ForumDb db, ActRecorder acts, TimeProvider clock) : IErasure, IJob
{
    private const string ToForget = "where a.deleted_at is not null and a.forgotten_at is null order by random() limit 100";
    private const string SomePosts = $"""
        select p.id as "Value" from account a join post p on p.author_id = a.id and p.office is null and p.erased_at is null {ToForget}
        """;
    private const string SomeTopics = $"""
        select t.id as "Value" from account a join topic t on t.opened_by_id = a.id {ToForget}
        """;

    public async Task RunAsync(CancellationToken cancel)
    {
        await EachAsync(SomePosts, ErasePostAsync, cancel);
        await EachAsync(SomeTopics, EraseTitleAsync, cancel);
        await db.Accounts.Where(a => a.DeletedAt != null && a.ForgottenAt == null && !db.Posts.Any(p => p.AuthorId == a.Id && p.Office == null && p.ErasedAt == null)
                && !db.Topics.Any(t => t.OpenedById == a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ForgottenAt, clock.GetUtcNow()), cancel);
    }

    // Drawn by the hundred: to shuffle all that is left for each one would take the square of what somebody wrote.
    private async Task EachAsync(string question, Func<long, CancellationToken, Task> eraseAsync, CancellationToken cancel)
    {
        while (await db.Database.SqlQueryRaw<long>(question).ToListAsync(cancel) is { Count: > 0 } some)
        {
            foreach (var id in some)
            {
                db.ChangeTracker.Clear();
                await eraseAsync(id, cancel);
            }
        }
    }

    private async Task ErasePostAsync(long id, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicOfPostAsync(id, cancel);
        var post = await db.Posts.Include(p => p.Topic).Include(p => p.Parent).SingleAsync(p => p.Id == id, cancel);
        post.Erase(clock.GetUtcNow());
        await acts.CommitAsync([.. WordsErased.Of(post.Topic!, post, await db.DestroyWordsAsync(post, cancel))], cancel);
    }

    private async Task EraseTitleAsync(long id, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicAsync(id, cancel);
        var topic = await db.Topics.SingleAsync(t => t.Id == id, cancel);
        topic.EraseTitle();
        await acts.CommitAsync([.. WordsErased.Of(topic, await db.DestroyTitleAsync(topic, cancel))], cancel);
    }
}
