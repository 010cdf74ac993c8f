using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// A member chooses words of a criterion and comments on them. Everything is on one form, so that it works without
/// script and by keyboard; the script on the criterion's page only fills it in.
/// </summary>
[Authorize(Policy = nameof(Permission.Participate))]
public sealed class CommentOnWordsPage(ForumDb db, Posting posting, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "address")]
    public SluggedId Address { get; set; }

    [BindProperty] public string? Sentence { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Prefix { get; set; }
    [BindProperty] public string? Suffix { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Body { get; set; }
    [BindProperty] public Stance? Stance { get; set; }

    public Topic Topic { get; private set; } = null!;
    public CriteriaVersion Criteria { get; private set; } = null!;
    public Criterion? Criterion { get; private set; }
    public Refusal? WritingRefused { get; private set; }
    public RenderedHtml? Preview { get; private set; }
    public WordsPicker Picker => new(Criterion!.Text, Choice);

    private WordsChoice Choice => new(Sentence, Words, Prefix, Suffix);

    /// <param name="words">Marked on the criterion's page, with what stands before and after.</param>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "kata")] string? words, [FromQuery(Name = "sebelum")] string? before, [FromQuery(Name = "sesudah")] string? after, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!string.IsNullOrEmpty(words)) (Sentence, Words, Prefix, Suffix) = (WordsChoice.OtherWords, words, before, after);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? preview, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Criterion is not { } criterion) return NotFound();
        if (preview is not null)
        {
            Preview = Markdown.Preview(Body);
            return Page();
        }

        if (Version != Criteria.Number) return ChooseAgain();
        var chosen = Choice.In(criterion.Text);
        if (chosen.IsRefused(out var refusal)) return Refuse(refusal, nameof(Sentence));
        if (await posting.OpenOnWordsAsync(Topic, Criteria, chosen.Value, new(Body, Stance, FormKey), cancel) is not { } posted) return NotFound();
        if (posted.IsRefused(out refusal)) return await RefuseAsync(refusal, cancel);
        return posted.Value.Made is null ? LocalRedirect(posted.Value.Address) : Done(posted.Value.Address, T("Masukan Anda sudah tercatat.", "Your input has been recorded."), posted.Value.Made.ActId);
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        await db.Database.RollbackTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        if (!await LoadAsync(cancel)) return NotFound();
        return refusal == PassageRefusals.VersionChanged ? ChooseAgain() : Refuse(refusal, nameof(Body));
    }

    // The list they chose from was another text's: its numbers mean other sentences now.
    private PageResult ChooseAgain()
    {
        if (Sentence != WordsChoice.OtherWords) Sentence = null;
        return Refuse(PassageRefusals.VersionChanged, nameof(Sentence));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await db.Topics.AsNoTracking().Include(t => t.Consultation)
            .FirstOrDefaultAsync(t => t.Id == Address.Id && t.CriterionCode != null && t.PartOfId == null, cancel);
        if (found?.Consultation is not { } consultation || consultation.PhaseAt(now) == Phase.Unpublished) return false;
        Topic = found;
        Criteria = await db.CriteriaVersions.AsNoTracking().FirstAsync(v => v.RoundId == consultation.RoundId && v.Number == consultation.CriteriaNumber, cancel);
        Criterion = Criteria.Criteria.FirstOrDefault(c => c.Code == found.CriterionCode);
        found.MayWrite(await Viewer.AccountAsync(cancel), now).IsRefused(out var refused);
        WritingRefused = Criterion is null ? PassageRefusals.CriterionGone : refused;
        return true;
    }
}
