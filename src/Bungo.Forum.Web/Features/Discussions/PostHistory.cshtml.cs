using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>Every text a post ever had, newest first. Of a hidden or withdrawn post none is shown.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class PostHistoryPage(ForumDb db) : ForumPage
{
    public PostView Post { get; private set; } = null!;
    public IReadOnlyList<PostRevision> Revisions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await PostView.From(db.Posts.AsNoTracking().Where(p => p.Id == id)).FirstOrDefaultAsync(cancel) is not { } post) return NotFound();
        PublicCache.Tag(HttpContext, PublicActs.Streams.Topic(post.TopicId));
        Post = post;
        if (post.IsReadable)
            Revisions = await db.PostRevisions.AsNoTracking().Where(r => r.PostId == id).OrderByDescending(r => r.ReplacedAt).Take(200).ToListAsync(cancel);
        return Page();
    }
}
