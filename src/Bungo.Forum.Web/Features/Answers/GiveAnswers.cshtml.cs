using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Wording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Answers;

/// <summary>The office's working list: choose inputs that ask the same, give them one answer.</summary>
[Authorize(Policy = nameof(Permission.SpeakForOffice))]
public sealed class GiveAnswersPage(ForumDb db, CoverageReading reading, AnswerDesk desk, AnswerTerm term) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public ListedInputs Listed { get; set; } = new();

    [BindProperty(Name = "input")]
    public long[] Chosen { get; set; } = [];

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<InputLine> Lines { get; private set; } = [];
    public IReadOnlyList<CriterionChoice> Criteria { get; private set; } = [];
    public string? Next { get; private set; }
    public AnswerTerm Term => term;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Listed.All) Chosen = [.. Lines.Select(l => l.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "aksi")] string? action, CancellationToken cancel)
    {
        if (action == "awali") return await BeginReasonAsync(cancel);
        if (await db.Consultations.FirstOrDefaultAsync(c => c.Slug == Slug, cancel) is not { } consultation) return NotFound();
        var ids = Chosen.Distinct().Take(Answer.MostInputs + 1).ToList();
        var same = Form.SameInput is null ? null : await InputAtAsync(Form.SameInput, cancel);
        await desk.TakeAsync(same is { } other ? [.. ids, other] : ids, cancel);
        var by = await Viewer.AccountAsync(cancel);
        if (await db.FindSubmissionAsync(by.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        var draft = new AnswerDraft(Dispositions.Parse(Form.Outcome), Form.Reason);
        // A link that leads to no input is told like one that leads to the wrong one.
        var address = Urls.GiveAnswers(consultation) + Listed.Query();
        var given = Form.SameInput is not null && same is null
            ? AnswerRefusals.DuplicateOfWhat
            : await desk.AnswerAsync(consultation, ids, draft, same, by, answer => db.Add(new Submission(by.Id, FormKey, address, answer.At, answer.Id)), cancel);
        if (given.IsRefused(out var refusal)) return await RefuseAsync(refusal, cancel);
        return Done(address, T($"{ids.Count:N0} masukan ditanggapi: {given.Value.Disposition.Words()}. Penulisnya diberi tahu.", $"{ids.Count:N0} inputs answered: {given.Value.Disposition.Words()}. Their authors are told."));
    }

    /// <summary>Puts the usual beginning of a reason into an empty field; what is typed already stays.</summary>
    private async Task<IActionResult> BeginReasonAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Dispositions.Parse(Form.Outcome) is not { } outcome) return Refuse(AnswerRefusals.DispositionMissing, "Form.Outcome");
        if (string.IsNullOrWhiteSpace(Form.Reason)) Form.Reason = outcome.Opening();
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null) await db.Database.RollbackTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        return await LoadAsync(cancel) ? Refuse(refusal, FieldOf(refusal)) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.Slug == Slug, cancel) is not { } found) return false;
        Consultation = found;
        Criteria = await reading.CriteriaAsync(found.Id, cancel);
        (Lines, Next) = await reading.ListAsync(found.Id, Listed.Filter, TimeCursor.Parse(Listed.After), cancel);
        return true;
    }

    private async Task<long?> InputAtAsync(string address, CancellationToken cancel) =>
        PostAddress.TryParse(address, out var topic, out var number)
            ? await db.Posts.Where(p => p.TopicId == topic && p.Number == number).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel)
            : null;

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "answer-nothing-chosen" or "answer-too-many" or "answer-not-awaiting" => "input",
        "answer-disposition-missing" => "Form.Outcome",
        "answer-duplicate-of-what" => "Form.SameInput",
        "answer-reason-too-short" or "answer-reason-too-long" => "Form.Reason",
        _ => "",
    };
}
