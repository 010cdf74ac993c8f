using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class BookPage(ForumDb db, PublishedLog log, LogReading reading, ActSubjects subjects) : ForumPage
{
    public const int FirstPage = 10;
    public const int PageSize = 50;

    /// <summary>Only acts with smaller numbers.</summary>
    [BindProperty(SupportsGet = true, Name = "setelah")]
    public long? After { get; set; }

    /// <summary>Straight to an entry.</summary>
    [BindProperty(SupportsGet = true, Name = "nomor")]
    public string? Wanted { get; set; }

    public HeadView? Head { get; private set; }
    public long LiveNumber { get; private set; }
    public IReadOnlyList<NumberedAct> Acts { get; private set; } = [];
    public IReadOnlyDictionary<ActId, ActSubject> Subjects { get; private set; } = new Dictionary<ActId, ActSubject>();

    /// <summary>The older acts are those before this number.</summary>
    public long? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (long.TryParse(Wanted?.Replace(".", "", StringComparison.Ordinal), out var number)) return Redirect(Urls.LedgerEntry(number));
        PublicCache.Tag(HttpContext, Streams.Ledger);
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == Streams.Ledger).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        if (log.Read() is not { } now) return Page();
        Head = new(now);
        Acts = reading.Before(After ?? long.MaxValue, now.Checkpoint.Size, After is null ? FirstPage : PageSize);
        Subjects = await subjects.FindAsync(Acts.Select(a => a.Leaf).OfType<Leaf>(), cancel);
        Next = Acts is [.., { Index: > 0 } last] ? last.Index : null;
        return Page();
    }
}
