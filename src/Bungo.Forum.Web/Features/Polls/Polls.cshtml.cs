using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>What can be voted on now, what is coming, and what has been: one list, its past read on by cursor.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class PollsPage(ForumDb db, PollList list) : ForumPage
{
    public IReadOnlyList<PollView> Polls { get; private set; } = [];
    public string? Next { get; private set; }
    public bool IsFirst { get; private set; }
    public long LiveNumber { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "setelah")] string? after, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Polls);
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == Streams.Polls).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        var page = await list.ReadAsync(null, after, cancel);
        (Polls, Next, IsFirst) = (page.Polls, page.Next, page.IsFirst);
    }
}
