using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
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

/// <summary>A topic and its first post, written together: a title alone says too little to answer.</summary>
[Authorize(Policy = nameof(Permission.OpenTopic))]
public sealed class NewTopicPage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    /// <summary>Slug of the consultation it belongs to; empty for a topic of its own.</summary>
    [BindProperty(SupportsGet = true, Name = "konsultasi")]
    public string? ConsultationSlug { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public Consultation? Consultation { get; private set; }
    public RenderedHtml? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindConsultationAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? preview, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        if (!await FindConsultationAsync(cancel)) return NotFound();
        if (preview is not null)
        {
            Preview = Markdown.Preview(Body);
            return Page();
        }

        var author = await Viewer.AccountAsync(cancel);
        // The author's row orders two sends of the same form, as a topic's row does for replies.
        await db.LockAccountAsync(author.Id, cancel);
        if (await db.FindSubmissionAsync(author.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        var now = clock.GetUtcNow();
        var opened = Topic.Open(author, Consultation, Subject, now);
        if (opened.IsRefused(out var refusal)) return Refuse(refusal, nameof(Subject));
        db.Add(opened.Value);
        var post = opened.Value.Reply(author, null, Body, null, now);
        if (post.IsRefused(out refusal)) return Refuse(refusal, nameof(Body));
        db.Add(post.Value);
        var address = Urls.Topic(opened.Value);
        db.Add(new Submission(author.Id, FormKey, address, now));
        await acts.CommitAsync([new TopicOpened(opened.Value, author), new PostAdded(opened.Value, post.Value, author)], cancel);
        return Done(address, T("Topik Anda sudah dibuka.", "Your topic has been opened."));
    }

    private async Task<bool> FindConsultationAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(ConsultationSlug)) return true;
        Consultation = await db.Consultations.FirstOrDefaultAsync(c => c.Slug == ConsultationSlug, cancel);
        return Consultation is not null && Consultation.PhaseAt(clock.GetUtcNow()) != Phase.Unpublished;
    }
}
