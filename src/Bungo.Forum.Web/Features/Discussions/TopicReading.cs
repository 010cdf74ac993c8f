using System.Globalization;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>The ways to read a topic; the names are those of the address bar (<c>?urut=</c>).</summary>
public enum TopicOrder
{
    Utas,
    Terbaru,
    Didukung,
    BelumDijawab,
}

/// <param name="Next">Cursor of the following page; null on the last.</param>
/// <param name="Before">The post a page of thread order goes on from, shown as context; null at the start.</param>
public sealed record TopicPosts(IReadOnlyList<PostView> Posts, string? Next, PostView? Before)
{
    /// <summary>
    /// The posts with the places where a fold opens (how many it holds) and closes: in thread order, replies
    /// deeper than the deepest indentation are put away until somebody opens them.
    /// </summary>
    public IEnumerable<(PostView Post, int Opens, bool Closes)> Folded(bool inThreadOrder)
    {
        for (var i = 0; i < Posts.Count; i++)
        {
            var deep = inThreadOrder && IsDeep(i);
            var opens = deep && !(i > 0 && IsDeep(i - 1)) ? Posts.Skip(i).TakeWhile(p => p.Depth > PostView.DeepestIndent).Count() : 0;
            yield return (Posts[i], opens, deep && !(i + 1 < Posts.Count && IsDeep(i + 1)));
        }
    }

    private bool IsDeep(int index) => Posts[index].Depth > PostView.DeepestIndent;
}

/// <summary>
/// Reads one page of a topic. Each order has an index that gives it, and a cursor that is the key of the last
/// post shown: page 1 and page 2,000 cost the same single short scan.
/// </summary>
public sealed class TopicReading(ForumDb db)
{
    public const int PageSize = 50;

    public async Task<TopicPosts> ReadAsync(long topicId, TopicOrder order, string? cursor, CancellationToken cancel)
    {
        var posts = db.Posts.AsNoTracking().Where(p => p.TopicId == topicId);
        var page = order switch
        {
            TopicOrder.Terbaru => Newest(posts, cursor),
            TopicOrder.Didukung => MostSupported(posts, cursor),
            TopicOrder.BelumDijawab => Unanswered(posts, cursor),
            _ => InReadingOrder(posts, cursor),
        };
        return await TakeAsync(page, order, cancel);
    }

    /// <summary>
    /// The page of thread order that holds a post: from its top-level input when the post is near enough to it,
    /// else from the post itself with the one it answers above it.
    /// </summary>
    public async Task<TopicPosts?> ReadAroundAsync(long topicId, int number, CancellationToken cancel)
    {
        var posts = db.Posts.AsNoTracking().Where(p => p.TopicId == topicId);
        var at = await posts.Where(p => p.Number == number).Select(p => new { p.Path, p.ParentId }).FirstOrDefaultAsync(cancel);
        if (at is null) return null;
        var root = SortPath.Root(at.Path);
        var page = await TakeAsync(FromPath(posts, root, 0), TopicOrder.Utas, cancel);
        if (page.Posts.Any(p => p.Number == number)) return page;
        page = await TakeAsync(FromPath(posts, at.Path, number - 1), TopicOrder.Utas, cancel);
        return page with { Before = await PostView.From(posts.Where(p => p.Id == at.ParentId)).FirstOrDefaultAsync(cancel) };
    }

    private static async Task<TopicPosts> TakeAsync(IQueryable<Post> posts, TopicOrder order, CancellationToken cancel)
    {
        var found = await PostView.From(posts.Take(PageSize + 1)).ToListAsync(cancel);
        if (found.Count <= PageSize) return new TopicPosts(found, null, null);
        var last = found[PageSize - 1];
        return new TopicPosts(found[..PageSize], Cursor(order, last), null);
    }

    private static IQueryable<Post> InReadingOrder(IQueryable<Post> posts, string? cursor)
    {
        var dot = cursor?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && int.TryParse(cursor.AsSpan(dot + 1), CultureInfo.InvariantCulture, out var number)
            && cursor![..dot].All(char.IsAsciiLetterOrDigit)
            ? FromPath(posts, cursor[..dot], number)
            : posts.OrderBy(p => p.Path).ThenBy(p => p.Number);
    }

    // A row comparison, not "path > x or (path = x and …)": only this one is a single range of the index.
    private static IQueryable<Post> FromPath(IQueryable<Post> posts, string path, int afterNumber) => posts
        .Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.Path, p.Number), ValueTuple.Create(path, afterNumber)))
        .OrderBy(p => p.Path).ThenBy(p => p.Number);

    private static IQueryable<Post> Newest(IQueryable<Post> posts, string? cursor) =>
        (int.TryParse(cursor, CultureInfo.InvariantCulture, out var before) ? posts.Where(p => p.Number < before) : posts)
        .OrderByDescending(p => p.Number);

    private static IQueryable<Post> MostSupported(IQueryable<Post> posts, string? cursor)
    {
        var inputs = posts.Where(p => p.ParentId == null);
        var dot = cursor?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot > 0 && int.TryParse(cursor.AsSpan(0, dot), CultureInfo.InvariantCulture, out var count)
            && int.TryParse(cursor.AsSpan(dot + 1), CultureInfo.InvariantCulture, out var number))
        {
            inputs = inputs.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.SupportCount, p.Number), ValueTuple.Create(count, number)));
        }

        return inputs.OrderByDescending(p => p.SupportCount).ThenByDescending(p => p.Number);
    }

    // Oldest first: who has waited longest stands on top.
    private static IQueryable<Post> Unanswered(IQueryable<Post> posts, string? cursor)
    {
        var waiting = posts.Where(p => p.ParentId == null && !p.IsAnswered && p.Hiding == null && p.WithdrawnAt == null);
        return (int.TryParse(cursor, CultureInfo.InvariantCulture, out var after) ? waiting.Where(p => p.Number > after) : waiting)
            .OrderBy(p => p.Number);
    }

    private static string Cursor(TopicOrder order, PostView last) => order switch
    {
        TopicOrder.Utas => string.Create(CultureInfo.InvariantCulture, $"{last.Path}.{last.Number}"),
        TopicOrder.Didukung => string.Create(CultureInfo.InvariantCulture, $"{last.SupportCount}.{last.Number}"),
        _ => last.Number.ToString(CultureInfo.InvariantCulture),
    };
}
