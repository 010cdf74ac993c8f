using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Passages;

/// <summary>Where no rule is sure which words are meant now, an official says: these, or none. Who did stands beside it in public.</summary>
[Authorize(Policy = nameof(Permission.PublishConsultation))]
public sealed class PlacePassagePage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";
    [BindProperty(SupportsGet = true)] public long Id { get; set; }
    [BindProperty] public string? Sentence { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Prefix { get; set; }
    [BindProperty] public string? Suffix { get; set; }

    /// <summary>The version whose text was on the form.</summary>
    [BindProperty] public int Version { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public Passage Passage { get; private set; } = null!;
    public CriteriaVersion Criteria { get; private set; } = null!;
    public string Text => Criteria.Criteria.FirstOrDefault(c => c.Code == Passage.CriterionCode)?.Text ?? "";
    public WordsPicker Picker => new(Text, Choice);

    private WordsChoice Choice => new(Sentence, Words, Prefix, Suffix);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => DecideAsync(
        (by, record, now) => Choice.In(Text) is var place && place.IsRefused(out var refusal) ? refusal : Passage.PlaceByHand(by, record, Criteria, place.Value, now),
        T("Letak bagian ini sudah ditetapkan.", "Where the passage stands has been recorded."), cancel);

    public Task<IActionResult> OnPostGoneAsync(CancellationToken cancel) => DecideAsync(
        (by, record, now) => Passage.DeclareGone(by, record, Criteria, now),
        T("Tercatat bahwa kata-katanya tidak ada lagi.", "It has been recorded that the words are gone."), cancel);

    private async Task<IActionResult> DecideAsync(Func<Account, PassageRecord, DateTimeOffset, Outcome<Passage>> decide, string done, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var consultationId = await db.Consultations.Where(c => c.Slug == Slug).Select(c => c.Id).FirstOrDefaultAsync(cancel);
        await db.LockConsultationAsync(consultationId, cancel);
        if (!await LoadAsync(cancel)) return NotFound();
        var by = await Viewer.AccountAsync(cancel);
        var record = await db.PassageRecords.FirstOrDefaultAsync(r => r.PassageId == Id && r.Version == Passage.FollowedTo, cancel);
        if (record is null) return Refuse(PassageRefusals.NotUndecided);
        if (Version != Criteria.Number) return Refuse(PassageRefusals.VersionChanged, nameof(Sentence));
        var decided = decide(by, record, clock.GetUtcNow());
        if (decided.IsRefused(out var refusal)) return Refuse(refusal, nameof(Sentence));
        await acts.CommitAsync(new PassageDecided(Passage, Passage.Topic!), cancel);
        return Done(Urls.Topic(Passage.Topic!), done);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Consultations.FirstOrDefaultAsync(c => c.Slug == Slug, cancel) is not { } consultation) return false;
        if (await db.Passages.Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == Id && p.ConsultationId == consultation.Id, cancel) is not { } passage) return false;
        (Consultation, Passage) = (consultation, passage);
        Criteria = await db.CriteriaVersions.FirstAsync(v => v.RoundId == consultation.RoundId && v.Number == consultation.CriteriaNumber, cancel);
        return true;
    }
}
