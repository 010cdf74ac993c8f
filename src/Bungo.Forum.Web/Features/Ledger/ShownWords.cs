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
        var posts = db.Posts.AsNoTracking().Where(p => p.ErasedAt == null).OrderBy(p => p.Id).Select(p => new
        {
            p.TopicId,
            p.Topic!.Slug,
            p.Number,
            p.Body,
            Html = EF.Property<string>(p, RenderedBodies.Html),
            Version = EF.Property<int>(p, RenderedBodies.HtmlVersion),
            Said = Newest(p.ObjectId).FirstOrDefault(),
        });
        await foreach (var post in posts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (post.Said is null) continue;
            var isKept = post.Version == Markdown.Version && post.Html is not null;
            if (!Is(post.Body, post.Said) || (isKept && post.Html != Markdown.Render(post.Body).ToString())) yield return Urls.Post(post.TopicId, post.Slug, post.Number);
        }

        var topics = db.Topics.AsNoTracking().OrderBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Title, Said = Newest(t.ObjectId).FirstOrDefault() });
        await foreach (var topic in topics.AsAsyncEnumerable().WithCancellation(cancel))
            if (topic.Said is not null && !Is(topic.Title, topic.Said)) yield return Urls.Topic(topic.Id, topic.Slug);
    }

    private IQueryable<byte[]?> Newest(Guid thing) => db.ActOpenings.Where(o => o.ObjectId == thing && o.Label == "body" && o.Content != null)
        .Join(db.RecordedActs, o => o.ActId, a => a.ActId, (o, a) => new { o.Content, a.Index })
        .OrderByDescending(x => x.Index ?? long.MaxValue).Select(x => x.Content);

    private static bool Is(string shown, byte[] said) => said.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(shown));
}
