using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Discussions;

[Authorize(Policy = nameof(Permission.Participate))]
public sealed class EditPostPage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public Post Post { get; private set; } = null!;
    public RenderedHtml? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var shown = await ShowAsync(cancel);
        if (shown is null) Body = Post.Body;
        return shown ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string? preview, CancellationToken cancel)
    {
        if (preview is not null)
        {
            Preview = Markdown.Preview(Body);
            return await ShowAsync(cancel) ?? Page();
        }

        await acts.BeginAsync(cancel);
        await db.LockTopicOfPostAsync(Id, cancel);
        if (await db.Posts.Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == Id, cancel) is not { } post) return NotFound();
        Post = post;
        var author = await Viewer.AccountAsync(cancel);
        var edit = post.Edit(author, Body, clock.GetUtcNow());
        if (edit.IsRefused(out var refusal)) return refusal == DiscussionRefusals.NotYourPost ? Forbid() : Refuse(refusal, nameof(Body));
        db.Add(edit.Value);
        var act = new PostEdited(post.Topic!, post, author);
        await acts.CommitAsync(act, cancel);
        return Done(Urls.Post(post.Topic!, post.Number), T("Perubahan tersimpan; tulisan sebelumnya tetap dapat dibaca.", "Your change is saved; the earlier text stays readable."), act.ActId);
    }

    /// <summary>Reads what the form is about, without a lock; null when it may be shown.</summary>
    private async Task<IActionResult?> ShowAsync(CancellationToken cancel)
    {
        if (await db.Posts.AsNoTracking().Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == Id, cancel) is not { } post) return NotFound();
        Post = post;
        return post.AuthorId == Viewer.Id && post.IsReadable ? null : Forbid();
    }
}
