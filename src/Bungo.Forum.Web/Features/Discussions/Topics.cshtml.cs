using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>Topics that belong to no consultation, by their last post.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class TopicsPage(ForumDb db) : ForumPage
{
    private const int PageSize = 30;

    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "setelah")] string? after, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Consultations);
        var topics = db.Topics.AsNoTracking().Where(t => t.ConsultationId == null);
        if (TimeCursor.Parse(after) is var (at, id))
            topics = topics.Where(t => EF.Functions.LessThan(ValueTuple.Create(t.LastPostAt, t.Id), ValueTuple.Create(at, id)));
        var found = await topics.OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id).Take(PageSize + 1).ToListAsync(cancel);
        Topics = found.Count > PageSize ? found[..PageSize] : found;
        if (found.Count > PageSize)
            Next = new TimeCursor(Topics[^1].LastPostAt, Topics[^1].Id).ToString();
    }
}
