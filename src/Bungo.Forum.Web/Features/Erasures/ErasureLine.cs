using System.Globalization;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Erasures;

/// <summary>A row of the public list: where the words stood, and what they had to go for.</summary>
public sealed record ErasureLine(long Id, int Number, long TopicId, string TopicSlug, string TopicTitle, DateTimeOffset At, ErasureGround Ground, string Office, DateOnly RequestedOn)
{
    public string SortKey => new TimeCursor(At, Id).ToString();

    public static IQueryable<ErasureLine> From(IQueryable<Post> posts) => posts.Where(p => p.Erasure != null).Select(p => new ErasureLine(
        p.Id, p.Number, p.TopicId, p.Topic!.Slug, p.Topic.Title, p.ErasedAt!.Value, p.Erasure!.Ground, p.Erasure.Office, p.Erasure.RequestedOn));
}

public sealed class ErasureRowFragment(ForumDb db, PartialRenderer partials) : ILiveFragment
{
    public string Kind => "erasure";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var line in await ErasureLine.From(db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id))).ToListAsync(cancel))
            html[line.Id] = await partials.RenderAsync("/Features/Erasures/_ErasureRow.cshtml", line, culture);
        return html;
    }
}
