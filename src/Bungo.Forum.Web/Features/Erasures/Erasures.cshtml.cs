using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Erasures;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class ErasuresPage(ForumDb db) : ForumPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public string? After { get; set; }

    public IReadOnlyList<ErasureLine> Lines { get; private set; } = [];
    public string? Next { get; private set; }
    public long LiveNumber { get; private set; }

    public bool IsLive => TimeCursor.Parse(After) is null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Erasures);
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == Streams.Erasures).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        var posts = db.Posts.AsNoTracking();
        if (TimeCursor.Parse(After) is { } last)
            posts = posts.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.ErasedAt!.Value, p.Id), ValueTuple.Create(last.At, last.Id)));
        var found = await ErasureLine.From(posts.OrderByDescending(p => p.ErasedAt).ThenByDescending(p => p.Id)).Take(PageSize + 1).ToListAsync(cancel);
        if (found.Count > PageSize)
        {
            found.RemoveAt(PageSize);
            Next = found[^1].SortKey;
        }

        Lines = found;
    }
}
