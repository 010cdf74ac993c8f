using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Consultations;

[Authorize(Policy = nameof(Permission.PublishConsultation))]
public sealed class PublishPage(ForumDb db, ActRecorder acts, ConsultationOpening opening, TimeProvider clock) : ForumPage
{
    [BindProperty] public long RoundId { get; set; }
    [BindProperty] public string? Subject { get; set; }
    [BindProperty] public string? Body { get; set; }
    [BindProperty] public DateTime? PublishedAt { get; set; }
    [BindProperty] public DateTime? InputOpensAt { get; set; }
    [BindProperty] public DateTime? InputClosesAt { get; set; }
    [BindProperty] public DateTime? AdoptedAt { get; set; }

    public IReadOnlyList<Round> Rounds { get; private set; } = [];
    public RenderedHtml? Preview { get; private set; }

    /// <param name="round">The round to publish for, chosen on the way here.</param>
    public async Task OnGetAsync([FromQuery(Name = "putaran")] string? round, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var chosen = Rounds.FirstOrDefault(r => r.Code == round);
        (RoundId, Subject) = (chosen?.Id ?? 0, chosen is null ? null : $"Kriteria Seleksi {chosen.Title}");
        var now = Wib.Local(clock.GetUtcNow()).DateTime;
        var morning = now.Date.AddDays(1).AddHours(8);
        (PublishedAt, InputOpensAt, InputClosesAt, AdoptedAt) = (now.Date.AddHours(now.Hour + 1), morning, morning.AddDays(21).Date.AddHours(16), morning.AddDays(42).Date.AddHours(16));
    }

    public async Task<IActionResult> OnPostAsync(string? preview, CancellationToken cancel)
    {
        if (preview is not null)
        {
            await LoadAsync(cancel);
            Preview = Markdown.Preview(Body);
            return Page();
        }

        await acts.BeginAsync(cancel);
        // The official's row orders two sends of one form.
        await db.LockAccountAsync(Viewer.Id, cancel);
        var by = await Viewer.AccountAsync(cancel);
        if (await db.FindSubmissionAsync(by.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        db.Add(new Submission(by.Id, FormKey, Urls.ManageConsultations, clock.GetUtcNow()));
        var round = await db.Rounds.FirstOrDefaultAsync(r => r.Id == RoundId, cancel);
        if (round is null) return await RefuseAsync(ConsultationRefusals.NoCriteria, nameof(RoundId), cancel);
        if (PublishedAt is not { } published || InputOpensAt is not { } opens || InputClosesAt is not { } closes || AdoptedAt is not { } adopted)
            return await RefuseAsync(ConsultationRefusals.TimesOutOfOrder, nameof(PublishedAt), cancel);
        var timetable = new Timetable(Wib.FromInput(published), Wib.FromInput(opens), Wib.FromInput(closes), Wib.FromInput(adopted));
        var result = await opening.PublishAsync(by, Subject, Body, round, timetable, cancel);
        if (result.IsRefused(out var refusal)) return await RefuseAsync(refusal, FieldOf(refusal), cancel);
        var consultation = result.Value;
        return Done(
            Urls.Consultation(consultation),
            T($"Konsultasi tersimpan; terbit {Wib.Full(timetable.PublishedAt)}.", $"Consultation saved; published {Wib.Full(timetable.PublishedAt)}."));
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, string field, CancellationToken cancel)
    {
        await db.Database.RollbackTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return Refuse(refusal, field);
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Rounds = await db.Rounds.AsNoTracking().Where(r => r.LastCriteria > 0).OrderByDescending(r => r.Year).ThenBy(r => r.Code).ToListAsync(cancel);

    private static string FieldOf(Refusal refusal) =>
        refusal == ConsultationRefusals.TitleMissing || refusal == ConsultationRefusals.TitleTooLong ? nameof(Subject)
        : refusal == ConsultationRefusals.SummaryTooLong ? nameof(Body)
        : refusal == ConsultationRefusals.NoCriteria ? nameof(RoundId)
        : refusal == ConsultationRefusals.InputTooShort ? nameof(InputClosesAt)
        : nameof(PublishedAt);
}
