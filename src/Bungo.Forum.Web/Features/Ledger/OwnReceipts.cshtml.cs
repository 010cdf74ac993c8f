using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>A member's own public acts, newest first: those still waiting for a number on top of the first page.</summary>
[Authorize]
public sealed class OwnReceiptsPage(OwnActs own, ActSubjects subjects) : ForumPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public long? After { get; set; }

    public IReadOnlyList<(Leaf Leaf, long? Index)> Acts { get; private set; } = [];
    public IReadOnlyDictionary<ActId, ActSubject> Subjects { get; private set; } = new Dictionary<ActId, ActSubject>();
    public long? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var acts = own.Of(await Viewer.AccountAsync(cancel));
        if (After is { } after) acts = acts.Where(a => a.Index < after);
        var found = await acts.AsNoTracking().OrderByDescending(a => a.Index ?? long.MaxValue).ThenByDescending(a => a.RecordedAt).Take(PageSize + 1).ToListAsync(cancel);
        Acts = [.. found.Take(PageSize).Select(a => (Leaf.Parse(a.Leaf), a.Index))];
        Next = found.Count > PageSize ? Acts[^1].Index : null;
        Subjects = await subjects.FindAsync(Acts.Select(a => a.Leaf), cancel);
    }
}
