using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class ConsultationPage(ForumDb db, TimeProvider clock) : ForumPage
{
    private const int PageSize = 30;

    public ConsultationHead Head { get; private set; } = null!;
    public Consultation Consultation => Head.Consultation;
    public Round Round { get; private set; } = null!;
    public RenderedHtml? Summary { get; private set; }
    public IReadOnlyList<CriterionCard> Criteria { get; private set; } = [];
    public IReadOnlyList<Topic> FreeTopics { get; private set; } = [];

    /// <summary>Whether the list of topics begins after the newest.</summary>
    public bool IsContinued { get; private set; }

    /// <summary>Cursor of the following free topics; null at the end.</summary>
    public string? Next { get; private set; }

    public long LiveNumber { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "setelah")] string? after, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // The stream's number is read with the consultation and before the rest: what is shown is at least as new as it says.
        var read = await db.Consultations.AsNoTracking().Where(c => c.Slug == slug)
            .Select(c => new { Consultation = c, c.Round, Live = db.Set<LiveStream>().Where(s => s.Name == "consultation-" + c.Id).Select(s => s.LastNumber).FirstOrDefault() })
            .FirstOrDefaultAsync(cancel);
        if (read is null || (read.Consultation.PhaseAt(now) == Phase.Unpublished && !Viewer.May(Permission.PublishConsultation))) return NotFound();
        var found = read.Consultation;
        PublicCache.Tag(HttpContext, Streams.Consultation(found.Id));
        (LiveNumber, Round) = (read.Live, read.Round!);
        Head = await ConsultationHead.ReadAsync(db, found, now, cancel);
        Summary = found.Summary.Length > 0 ? Markdown.Render(found.Summary) : null;
        await LoadCriteriaAsync(found, cancel);
        await LoadFreeTopicsAsync(found.Id, TimeCursor.Parse(after), cancel);
        return Page();
    }

    private async Task LoadCriteriaAsync(Consultation consultation, CancellationToken cancel)
    {
        var version = await db.CriteriaVersions.AsNoTracking().FirstAsync(v => v.RoundId == consultation.RoundId && v.Number == consultation.CriteriaNumber, cancel);
        var topics = await db.Topics.AsNoTracking().Where(t => t.ConsultationId == consultation.Id && t.CriterionCode != null && t.PartOfId == null).ToListAsync(cancel);
        Criteria = CriterionCard.Of(consultation, version, topics);
    }

    private async Task LoadFreeTopicsAsync(long id, TimeCursor? after, CancellationToken cancel)
    {
        var topics = db.Topics.AsNoTracking().Where(t => t.ConsultationId == id && t.CriterionCode == null);
        if (after is { } last)
            topics = topics.Where(t => EF.Functions.LessThan(ValueTuple.Create(t.LastPostAt, t.Id), ValueTuple.Create(last.At, last.Id)));
        var found = await topics.OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id).Take(PageSize + 1).ToListAsync(cancel);
        IsContinued = after is not null;
        FreeTopics = found.Count > PageSize ? found[..PageSize] : found;
        if (found.Count > PageSize) Next = new TimeCursor(FreeTopics[^1].LastPostAt, FreeTopics[^1].Id).ToString();
    }
}
