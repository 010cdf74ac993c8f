using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions.Import;

public sealed record ImportCount(int Topics, int Posts, int Authors, int KnownAlready);

/// <summary>
/// Brings a checked threads file in, in one transaction: every topic, its posts in their tree, their authors as
/// accounts that nobody can sign in to. Each line is remembered by its id, so that a second import of the same
/// file finds everything there, and of a longer file adds only what is new.
/// </summary>
public sealed class ThreadImport(ForumDb db, ActRecorder acts, TimeProvider clock)
{
    public async Task<ImportCount> RunAsync(string source, IReadOnlyList<ThreadLine> lines, IProgress<int>? progress, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        // One import of a source at a time; a second one waits and then finds everything done.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({source}))", cancel);
        var known = await db.ImportedItems.Where(i => i.Source == source).ToDictionaryAsync(i => i.ExternalId, i => i.EntityId, cancel);
        var before = known.Count;
        var (topics, posts) = (0, 0);
        foreach (var thread in lines.GroupBy(l => l.Thread))
        {
            var recorded = new List<Act>();
            var topic = await TopicAsync(source, thread.ToList(), known, recorded, cancel);
            topics += recorded.Count;
            posts += await AddPostsAsync(source, topic, [.. thread.Where(l => l.Type == "comment")], known, recorded, cancel);
            await acts.RecordAsync(recorded, cancel);
            db.ChangeTracker.Clear();
            progress?.Report(thread.Count());
        }

        await acts.CommitAsync([], cancel);
        return new ImportCount(topics, posts, known.Keys.Count(k => k.StartsWith('@')), before);
    }

    private async Task<Topic> TopicAsync(string source, List<ThreadLine> thread, Dictionary<string, long> known, List<Act> recorded, CancellationToken cancel)
    {
        var head = thread.First(l => l.Type == "topic");
        if (known.TryGetValue(Key(head.Id), out var id))
        {
            await db.LockTopicAsync(id, cancel);
            return await db.Topics.FirstAsync(t => t.Id == id, cancel);
        }

        var partOf = head.Parent is { } parent ? await db.Topics.FirstAsync(t => t.Id == known[Key(parent)], cancel) : null;
        var topic = Topic.Imported(head.Text, partOf, thread.Min(l => l.Time) ?? clock.GetUtcNow());
        db.Add(topic);
        Remember(source, Key(head.Id), topic.Id, known);
        recorded.Add(new TopicOpened(topic, null, IsImported: true));
        return topic;
    }

    private async Task<int> AddPostsAsync(
        string source, Topic topic, List<ThreadLine> comments, Dictionary<string, long> known, List<Act> recorded, CancellationToken cancel)
    {
        var here = await db.Posts.Where(p => p.TopicId == topic.Id).ToDictionaryAsync(p => p.Id, cancel);
        var added = 0;
        // Numbers tell the order of arrival, so posts come in by time, each after the one it answers.
        foreach (var comment in comments.OrderBy(c => c.Time).ThenBy(c => c.Id).ToList() is var byTime && IsParentFirst(byTime) ? byTime : comments)
        {
            if (known.ContainsKey(Key(comment.Id))) continue;
            var author = await AuthorAsync(source, comment, known, cancel);
            var parent = known.TryGetValue(Key(comment.Parent!.Value), out var parentId) ? here.GetValueOrDefault(parentId) : null;
            var post = topic.Import(author, parent, comment.Text, comment.Time!.Value);
            db.Add(post);
            here.Add(post.Id, post);
            Remember(source, Key(comment.Id), post.Id, known);
            recorded.Add(new PostAdded(topic, post, author, IsImported: true));
            added++;
        }

        return added;
    }

    private async Task<Account> AuthorAsync(string source, ThreadLine comment, Dictionary<string, long> known, CancellationToken cancel)
    {
        var key = "@" + comment.Author;
        if (known.TryGetValue(key, out var id)) return db.Accounts.Local.FirstOrDefault(a => a.Id == id) ?? await db.Accounts.FirstAsync(a => a.Id == id, cancel);
        var author = Account.Open(comment.Author, Role.Warga, null, comment.Time!.Value).Value;
        db.Add(author);
        Remember(source, key, author.Id, known);
        return author;
    }

    private void Remember(string source, string key, long id, Dictionary<string, long> known)
    {
        known.Add(key, id);
        db.Add(new ImportedItem(source, key, id));
    }

    private static bool IsParentFirst(List<ThreadLine> comments)
    {
        var all = comments.Select(c => c.Id).ToHashSet();
        var seen = new HashSet<long>();
        foreach (var comment in comments)
        {
            if (all.Contains(comment.Parent!.Value) && !seen.Contains(comment.Parent.Value)) return false;
            seen.Add(comment.Id);
        }

        return true;
    }

    private static string Key(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
