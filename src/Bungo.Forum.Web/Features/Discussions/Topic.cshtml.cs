using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Discussions;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class TopicPage(ForumDb db, TopicReading reading, Posting posting, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "address")]
    public SluggedId Address { get; set; }

    [BindProperty(SupportsGet = true, Name = "urut")]
    public TopicOrder Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "balas")]
    public long? ReplyTo { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public Stance? Stance { get; set; }

    private long Id => Address.Id;

    public Topic Topic { get; private set; } = null!;
    public long LiveNumber { get; private set; }
    public TopicPosts Posts { get; private set; } = null!;
    public PostView? Parent { get; private set; }
    public IReadOnlyList<long> Supported { get; private set; } = [];

    /// <summary>Why the viewer cannot write here; null when they can, or are not signed in.</summary>
    public Refusal? WritingRefused { get; private set; }

    public RenderedHtml? Preview { get; private set; }

    /// <summary>Whether the first post shown is the topic's first: then nothing new can belong before it.</summary>
    public bool StartsAtBeginning { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? number, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Topic(Id));
        if (!await LoadAsync(number, cancel)) return NotFound();
        return Address.Slug == Topic.Slug ? Page() : RedirectPermanent(Urls.Topic(Topic) + (number is { } n ? $"/{n}" : "") + Request.QueryString);
    }

    public async Task<IActionResult> OnPostAsync(string? preview, CancellationToken cancel)
    {
        if (!Viewer.IsSignedIn) return Challenge();
        if (preview is not null) return await PreviewAsync(cancel);

        if (await posting.ReplyAsync(Id, ReplyTo, Body, Stance, FormKey, cancel) is not { } posted) return NotFound();
        if (posted.IsRefused(out var refusal)) return await RefuseAsync(refusal, cancel);
        return posted.Value.Made is null ? LocalRedirect(posted.Value.Address) : Done(posted.Value.Address, T("Masukan Anda sudah tercatat.", "Your input has been recorded."), posted.Value.Made.ActId);
    }

    private async Task<IActionResult> PreviewAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(null, cancel)) return NotFound();
        Preview = Markdown.Preview(Body);
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        await db.Database.RollbackTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        if (!await LoadAsync(null, cancel)) return NotFound();
        return Refuse(refusal, nameof(Body));
    }

    private async Task<bool> LoadAsync(int? number, CancellationToken cancel)
    {
        var stream = Streams.Topic(Id);
        // The stream's number is read with the topic and before the posts: what is shown is at least as new as
        // the number says, and an event applied twice looks the same as once.
        var found = await db.Topics.AsNoTracking().Include(t => t.Consultation).Include(t => t.PartOf).Where(t => t.Id == Id)
            .Select(t => new { Topic = t, t.Consultation, t.PartOf, Live = db.Set<LiveStream>().Where(s => s.Name == stream).Select(s => s.LastNumber).FirstOrDefault() })
            .FirstOrDefaultAsync(cancel);
        if (found is null || found.Topic.Consultation?.PhaseAt(clock.GetUtcNow()) == Phase.Unpublished) return false;
        (Topic, LiveNumber) = (found.Topic, found.Live);
        var posts = number is { } n ? await reading.ReadAroundAsync(Id, n, cancel) : await reading.ReadAsync(Id, Order, After, cancel);
        if (posts is null) return false;
        Posts = posts;
        StartsAtBeginning = number is null && After is null;
        if (Viewer.Id is { } viewer) await LoadViewerAsync(viewer, cancel);
        return true;
    }

    private async Task LoadViewerAsync(long viewer, CancellationToken cancel)
    {
        var shown = Posts.Posts.Select(p => p.Id).ToArray();
        Supported = await db.Supports.Where(s => s.AccountId == viewer && shown.Contains(s.PostId)).Select(s => s.PostId).ToListAsync(cancel);
        var account = await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == viewer, cancel);
        Topic.MayWrite(account, clock.GetUtcNow()).IsRefused(out var refusal);
        WritingRefused = refusal;
        if (ReplyTo is { } parent)
            Parent = await PostView.From(db.Posts.AsNoTracking().Where(p => p.Id == parent && p.TopicId == Id)).FirstOrDefaultAsync(cancel);
    }
}
