using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

// Not kept by the output cache: what is closed must be closed at once.
[AllowAnonymous]
public sealed class EntryPage(ForumDb db, PublishedLog log, LogReading reading, ActSubjects subjects) : ForumPage
{
    public HeadView Head { get; private set; } = null!;
    public NumberedAct Act { get; private set; } = null!;
    public ActSubject? Subject { get; private set; }
    public IReadOnlyList<SealView> Seals { get; private set; } = [];

    /// <summary>The acts on the same object, oldest first; this one is among them.</summary>
    public IReadOnlyList<(long Index, string Kind)> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long index, CancellationToken cancel)
    {
        if (log.Read() is not { } now || reading.Find(index, now.Checkpoint.Size) is not { } act) return NotFound();
        (Head, Act) = (new(now), act);
        if (act.Leaf is { } leaf) await LoadAsync(leaf, cancel);
        return Page();
    }

    private async Task LoadAsync(Leaf leaf, CancellationToken cancel)
    {
        Subject = (await subjects.FindAsync([leaf], cancel)).GetValueOrDefault(leaf.Id);
        var thing = leaf.ActedOn.ToGuid();
        var history = await db.LogEntries.AsNoTracking().Where(e => e.ObjectId == thing).OrderBy(e => e.Index).Select(e => new { e.Index, e.Kind }).ToListAsync(cancel);
        History = [.. history.Select(e => (e.Index, e.Kind))];
        var id = leaf.Id.ToGuid();
        var openings = await db.ActOpenings.AsNoTracking().Where(o => o.ActId == id).ToDictionaryAsync(o => o.Label, cancel);
        Seals = [.. leaf.Commitments.Select(c => SealView.Of(leaf, c.Key, c.Value, openings.GetValueOrDefault(c.Key), Tombstone))];
    }

    /// <summary>Where the ledger says that words of this object were erased.</summary>
    private long? Tombstone => History.Where(h => h.Kind == "hapus").Select(h => (long?)h.Index).FirstOrDefault();
}
