using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class IndexPage(ForumDb db, TimeProvider clock) : ForumPage
{
    private const int Most = 200;

    public IReadOnlyList<ConsultationLine> Lines { get; private set; } = [];
    public long LiveNumber { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Consultations);
        var now = clock.GetUtcNow();
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == Streams.Consultations).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        var found = await db.Consultations.AsNoTracking().Where(c => c.Timetable.PublishedAt <= now)
            .OrderByDescending(c => c.Timetable.PublishedAt).Take(Most).ToListAsync(cancel);
        Lines = [.. found.Select(c => new ConsultationLine(c, c.PhaseAt(now))).OrderBy(l => l.SortKey, StringComparer.Ordinal)];
    }
}
