using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Moderation;

[Authorize(Policy = nameof(Permission.Participate))]
public sealed class FlagPage(ForumDb db, Flagging flagging, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long PostId { get; set; }

    /// <summary>Code of a <see cref="FlagReason"/>.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Post Post { get; private set; } = null!;
    public RenderedHtml Words { get; private set; } = null!;
    public bool IsFlagged { get; private set; }

    /// <summary>Whether the form is worth showing; the page says why when it is not.</summary>
    public bool CanFlag { get; private set; }

    public string Back => Urls.Post(Post.Topic!, Post.Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var account = await Viewer.AccountAsync(cancel);
        if (Docket.MayFlag(Post, account, clock.GetUtcNow()).IsRefused(out var refusal))
        {
            CanFlag = false;
            return Refuse(refusal);
        }

        IsFlagged = await db.Flags.AnyAsync(f => f.PostId == PostId && f.AccountId == account.Id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await flagging.FlagAsync(PostId, Codes.ParseReason(Reason), Note, cancel) is not { } flagged) return NotFound();
        if (!await LoadAsync(cancel)) return NotFound();
        if (flagged.IsRefused(out var refusal))
        {
            // Also where no flag can be taken any more: what was typed stays before who typed it.
            CanFlag = true;
            return Refuse(refusal, FieldOf(refusal));
        }

        return Done(Back, T(
            "Laporan Anda sudah diterima. Moderator memeriksanya; putusannya diberitahukan kepada Anda dan tampil di catatan publik.",
            "Your report has been received. A moderator will examine it; you will be told of the decision, and it will stand in the public log."));
    }

    private static string FieldOf(Refusal refusal) =>
        refusal == ModerationRefusals.FlagReasonMissing ? nameof(Reason)
        : refusal == ModerationRefusals.FlagNoteMissing || refusal == ModerationRefusals.FlagNoteTooLong ? nameof(Note)
        : "";

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Posts.AsNoTracking().Include(p => p.Topic).Include(p => p.Author).FirstOrDefaultAsync(p => p.Id == PostId, cancel) is not { } post) return false;
        Post = post;
        CanFlag = post.IsReadable;
        Words = Markdown.Render(post.IsReadable ? post.Body : "");
        return true;
    }
}
