using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>One criterion of the draft. A new one may take the code of one that is gone: then it is that criterion come back, with its discussions.</summary>
[Authorize(Policy = nameof(Permission.PublishConsultation))]
public sealed class DraftCriterionPage(ForumDb db, Drafting drafting, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    /// <summary>Of the criterion to rewrite; empty for one to add.</summary>
    [BindProperty(SupportsGet = true, Name = "kode")] public string? Old { get; set; }

    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Subject { get; set; }
    [BindProperty] public string? Body { get; set; }
    [BindProperty] public int? Weight { get; set; }
    [BindProperty] public Authority Authority { get; set; } = Authority.Local;
    [BindProperty] public string? LegalBasis { get; set; }
    [BindProperty] public bool IsGone { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public int Edition { get; set; }

    public DraftDesk Desk { get; private set; } = null!;
    public bool IsNew => string.IsNullOrEmpty(Old);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Edition = Desk.Draft!.Edition;
        if (IsNew) return Page();
        if (Desk.Draft.Items.FirstOrDefault(i => i.Code == Old) is not { } item) return NotFound();
        (Code, Subject, Body, Weight, Authority) = (item.Code, item.Title, item.Text, item.Weight, item.Authority);
        (LegalBasis, IsGone, Reason) = (item.LegalBasis, item.IsGone, item.Reason);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // A number that is none was typed: the form's own words say so, and nothing else may be guessed.
        if (ModelState.TryGetValue(nameof(Weight), out var weight) && weight.Errors.Count > 0)
        {
            weight.Errors.Clear();
            return await RefuseAsync(RecruitmentRefusals.WeightWrong, cancel);
        }

        var criterion = new DraftedCriterion((IsNew ? Code : Old) ?? "", Subject ?? "", Body ?? "", Weight, Authority, LegalBasis ?? "", IsGone, Reason ?? "");
        if (await drafting.WriteAsync(Slug, criterion, Edition, clock.GetUtcNow(), cancel) is not { } written) return NotFound();
        if (written.IsRefused(out var refusal)) return await RefuseAsync(refusal, cancel);
        return Done($"/konsultasi/{Slug}/rancangan#{criterion.Code}", T("Tersimpan dalam rancangan.", "Saved in the draft."));
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null) await db.Database.RollbackTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        if (!await LoadAsync(cancel)) return NotFound();
        // What somebody else saved has been said; saving again is then meant.
        if (refusal == RecruitmentRefusals.DraftChangedMeanwhile) Edition = Desk.Draft!.Edition;
        return Refuse(refusal, FieldOf(refusal));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await drafting.ReadAsync(Slug, cancel) is not { Draft: not null } desk) return false;
        Desk = desk;
        return true;
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "criterion-code-malformed" => nameof(Code),
        "criterion-title-missing" or "criterion-title-too-long" => nameof(Subject),
        "criterion-text-missing" or "criterion-text-too-long" => nameof(Body),
        "criterion-weight-wrong" => nameof(Weight),
        "criterion-legal-basis-missing" or "criterion-legal-basis-too-long" => nameof(LegalBasis),
        "criterion-reason-too-long" => nameof(Reason),
        _ => "",
    };
}
