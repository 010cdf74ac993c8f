using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Discussions;

[Authorize(Policy = nameof(Permission.OpenTopic))]
public sealed class NewTopicPage(ForumDb db, Posting posting, TimeProvider clock) : ForumPage
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
        if (!await FindConsultationAsync(cancel)) return NotFound();
        if (preview is not null)
        {
            Preview = Markdown.Preview(Body);
            return Page();
        }

        var posted = await posting.OpenAsync(Consultation, Subject, Body, FormKey, cancel);
        if (posted.IsRefused(out var refusal))
            return Refuse(refusal, refusal == DiscussionRefusals.BodyMissing || refusal.Code == DiscussionRefusals.BodyTooLong.Code ? nameof(Body) : nameof(Subject));
        return posted.Value.Made is null ? LocalRedirect(posted.Value.Address) : Done(posted.Value.Address, T("Topik Anda sudah dibuka.", "Your topic has been opened."), posted.Value.Made.ActId);
    }

    private async Task<bool> FindConsultationAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(ConsultationSlug)) return true;
        Consultation = await db.Consultations.FirstOrDefaultAsync(c => c.Slug == ConsultationSlug, cancel);
        return Consultation is not null && Consultation.PhaseAt(clock.GetUtcNow()) != Phase.Unpublished;
    }
}
