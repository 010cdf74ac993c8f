using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>The officials' own list: what is public, what is not yet, what waits to be presented.</summary>
[Authorize(Policy = nameof(Permission.PublishConsultation))]
public sealed class ManagePage(ForumDb db, ActRecorder acts, ConsultationOpening opening, TimeProvider clock) : ForumPage
{
    private const int Most = 200;

    public IReadOnlyList<ConsultationLine> Lines { get; private set; } = [];

    /// <summary>Rounds with criteria that nobody has been asked about.</summary>
    public IReadOnlyList<Round> Rounds { get; private set; } = [];

    /// <summary>Discussions with inputs that no office has answered, most of them first.</summary>
    public ILookup<long?, Topic> Waiting { get; private set; } = Array.Empty<Topic>().ToLookup(t => t.ConsultationId);

    /// <summary>By consultation, passages that no rule could place in the version presented.</summary>
    public IReadOnlyDictionary<long, int> Undecided { get; private set; } = new Dictionary<long, int>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await db.Consultations.AsNoTracking().Include(c => c.Round).OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancel);
        Lines = [.. found.Select(c => new ConsultationLine(c, c.PhaseAt(now)))];
        var ids = found.Select(c => (long?)c.Id).ToArray();
        Waiting = (await db.Topics.AsNoTracking().Where(t => ids.Contains(t.ConsultationId) && t.InputCount > t.AnsweredCount)
            .OrderByDescending(t => t.InputCount - t.AnsweredCount).ThenBy(t => t.Id).Take(Most).ToListAsync(cancel)).ToLookup(t => t.ConsultationId);
        Undecided = await db.Passages.Where(p => p.Fate == Domain.Passages.Fate.Undecided).GroupBy(p => p.ConsultationId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Rounds = await db.Rounds.AsNoTracking().Where(r => r.LastCriteria > 0 && !db.Consultations.Any(c => c.RoundId == r.Id))
            .OrderByDescending(r => r.Year).ThenBy(r => r.Code).Take(Most).ToListAsync(cancel);
    }

    /// <summary>Puts the round's newest criteria version before the public.</summary>
    public async Task<IActionResult> OnPostPresentAsync(long id, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockConsultationAsync(id, cancel);
        if (await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } consultation) return NotFound();
        var presented = await opening.PresentNewestAsync(await Viewer.AccountAsync(cancel), id, cancel);
        if (presented.IsRefused(out var refusal))
        {
            await db.Database.RollbackTransactionAsync(cancel);
            db.ChangeTracker.Clear();
            await OnGetAsync(cancel);
            return Refuse(refusal);
        }

        return Done(Urls.Consultation(consultation), presented.Value
            ? T("Versi terbaru kriteria sudah ditampilkan.", "The newest criteria version is now presented.")
            : T("Versi terbaru memang sudah tampil.", "The newest version was presented already."));
    }
}
