using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>The next version of the criteria as it is being written: every change as readers will see it, and its reason.</summary>
[Authorize(Policy = nameof(Permission.PublishConsultation))]
public sealed class DraftPage(ForumDb db, Drafting drafting, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "tampil")] public string? View { get; set; }

    /// <summary>The edition that was on the page when the button was pressed.</summary>
    [BindProperty] public int Edition { get; set; }

    public bool SideBySide => View == "sejajar";
    public DraftDesk Desk { get; private set; } = null!;
    public Consultation Consultation => Desk.Consultation;
    public CriteriaDraft? Draft => Desk.Draft;
    public bool IsAdopted { get; private set; }

    /// <summary>Codes of what differs and has no reason yet.</summary>
    public IReadOnlyList<string> WithoutReason { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancel) =>
        await AnswerAsync(await drafting.BeginAsync(Slug, clock.GetUtcNow(), cancel), _ => Redirect(), cancel);

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel) => await AnswerAsync(
        await drafting.DiscardAsync(Slug, clock.GetUtcNow(), cancel),
        _ => Done(Urls.ManageConsultations, T("Rancangan dibuang; yang terbit tetap seperti adanya.", "The draft has been discarded; what is published stays as it is.")), cancel);

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel) => await AnswerAsync(
        await drafting.PublishAsync(Slug, Edition, clock.GetUtcNow(), cancel),
        version => Done($"/konsultasi/{Slug}/versi/{version.Number}", T($"Versi {version.Number} sudah terbit.", $"Version {version.Number} has been published.")), cancel);

    public IEnumerable<CriterionChange> Changes() => CriterionChange.Between(
        Desk.Newest.Criteria, [.. Draft!.Items.Where(i => !i.IsGone).Select(i => i.Criterion)], Draft.Items.Select(i => new ChangeReason(i.Code, i.Reason)),
        new(T($"Versi {Desk.Newest.Number}", $"Version {Desk.Newest.Number}"), T("Rancangan", "Draft"), SideBySide));

    private LocalRedirectResult Redirect() => LocalRedirect($"/konsultasi/{Slug}/rancangan");

    private async Task<IActionResult> AnswerAsync<TDone>(Outcome<TDone>? answer, Func<TDone, IActionResult> done, CancellationToken cancel)
    {
        if (answer is not { } outcome) return NotFound();
        if (!outcome.IsRefused(out var refusal)) return done(outcome.Value);
        await db.Database.RollbackTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        return await LoadAsync(cancel) ? Refuse(refusal) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await drafting.ReadAsync(Slug, cancel) is not { } desk) return false;
        Desk = desk;
        IsAdopted = desk.Consultation.PhaseAt(clock.GetUtcNow()) == Phase.Adopted;
        WithoutReason = [.. desk.Draft?.ChangesFrom(desk.Newest).Where(c => c.Reason.Length == 0).Select(c => c.Code) ?? []];
        return true;
    }
}
