using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Discussions;

[Authorize(Policy = nameof(Permission.Participate))]
public sealed class WithdrawPostPage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public PostView Post { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Post.AuthorId == Viewer.Id && Post.IsReadable ? Page() : Forbid() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicOfPostAsync(Id, cancel);
        if (await db.Posts.Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == Id, cancel) is not { } post) return NotFound();
        var author = await Viewer.AccountAsync(cancel);
        if (post.Withdraw(author, clock.GetUtcNow()).IsRefused(out var refusal))
        {
            if (refusal == DiscussionRefusals.NotYourPost || !await LoadAsync(cancel)) return Forbid();
            return Refuse(refusal);
        }

        var act = new PostWithdrawn(post.Topic!, post, author);
        await acts.CommitAsync(act, cancel);
        return Done(Urls.Post(post.Topic!, post.Number), T("Kiriman Anda sudah ditarik.", "Your post has been withdrawn."), act.ActId);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await PostView.From(db.Posts.AsNoTracking().Where(p => p.Id == Id)).FirstOrDefaultAsync(cancel) is not { } post) return false;
        Post = post;
        return true;
    }
}
