using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class AnnouncementsPage(ForumDb db, AnnouncementReading reading) : ForumPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public string? After { get; set; }

    public long LiveNumber { get; private set; }
    public IReadOnlyList<AnnouncementLine> Pinned { get; private set; } = [];
    public AnnouncementSlice Others { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Announcements);
        // Before the content, so that what is shown is at least as new as the number says.
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == Streams.Announcements).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        if (After is null) Pinned = await reading.PinnedAsync(cancel);
        Others = await reading.OthersAsync(After, PageSize, cancel);
    }
}
