using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Recruitment;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class RoundsPage(ForumDb db) : ForumPage
{
    private const int Most = 300;

    public IReadOnlyList<Round> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Consultations);
        Rounds = await db.Rounds.AsNoTracking().OrderByDescending(r => r.Year).ThenBy(r => r.Code).Take(Most).ToListAsync(cancel);
    }
}
