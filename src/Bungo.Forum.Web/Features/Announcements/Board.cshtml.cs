using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>
/// The board for a lobby's screen, left alone for months. It is never cached: the few screens there are ask once a
/// minute for what no event tells (days left, turnout, a newer version of the site). The script trades a page for
/// another only once it has it, so no error page ever hangs in a lobby.
/// </summary>
[AllowAnonymous]
public sealed class BoardPage(ForumDb db, AnnouncementReading reading, TimeProvider clock) : ForumPage
{
    public const int MostItems = 12;

    public IReadOnlyList<AnnouncementLine> Items { get; private set; } = [];
    public BoardSide Side { get; private set; } = null!;
    public IReadOnlyDictionary<string, long> LiveNumbers { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        // Before the content, so that what is shown is at least as new as the numbers say.
        LiveNumbers = await db.Set<LiveStream>().Where(s => s.Name == Streams.Announcements || s.Name == Streams.Consultations)
            .ToDictionaryAsync(s => s.Name, s => s.LastNumber, cancel);
        Items = await reading.ForBoardAsync(MostItems, cancel);
        Side = await BoardSide.ReadAsync(db, clock.GetUtcNow(), cancel);
    }
}
