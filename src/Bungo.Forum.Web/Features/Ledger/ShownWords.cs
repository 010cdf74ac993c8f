using System.Runtime.CompilerServices;
using System.Text;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>
/// Holds what readers are shown against what the ledger recorded. The verifier judges the log alone; a row of words changed
/// past the program, or the HTML that is kept beside it, would leave the log sound and the page false.
/// </summary>
public sealed class ShownWords(ForumDb db)
{
    /// <returns>Addresses of posts and topics that show other words than their newest act committed to. What was never recorded with words, or erased, is passed over.</returns>
    public async IAsyncEnumerable<string> DifferingAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var said = from o in db.ActOpenings
                   where o.Label == "body" && o.Content != null
                   join a in db.RecordedActs on o.ActId equals a.ActId
                   select new { o.ObjectId, o.Content, Order = a.Index ?? long.MaxValue };
        var posts = db.Posts.AsNoTracking().Where(p => p.ErasedAt == null).OrderBy(p => p.Id).Select(p => new
        {
            p.TopicId,
            p.Topic!.Slug,
            p.Number,
            p.Body,
            Html = EF.Property<string>(p, RenderedBodies.Html),
            Version = EF.Property<int>(p, RenderedBodies.HtmlVersion),
            Said = said.Where(w => w.ObjectId == p.ObjectId).OrderByDescending(w => w.Order).Select(w => w.Content).FirstOrDefault(),
        });
        await foreach (var post in posts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (post.Said is null) continue;
            var isKept = post.Version == Markdown.Version && post.Html is not null;
            if (!Is(post.Body, post.Said) || (isKept && post.Html != Markdown.Render(post.Body).ToString())) yield return Urls.Post(post.TopicId, post.Slug, post.Number);
        }

        var topics = db.Topics.AsNoTracking().OrderBy(t => t.Id).Select(t => new
        {
            t.Id,
            t.Slug,
            t.Title,
            Said = said.Where(w => w.ObjectId == t.ObjectId).OrderByDescending(w => w.Order).Select(w => w.Content).FirstOrDefault(),
        });
        await foreach (var topic in topics.AsAsyncEnumerable().WithCancellation(cancel))
            if (topic.Said is not null && !Is(topic.Title, topic.Said)) yield return Urls.Topic(topic.Id, topic.Slug);
    }

    private static bool Is(string shown, byte[] said) => said.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(shown));
}
