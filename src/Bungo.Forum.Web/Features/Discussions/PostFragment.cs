using System.Globalization;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

public sealed class PostFragment(ForumDb db, PartialRenderer partials) : ILiveFragment
{
    public string Kind => "post";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var post in await PostView.From(db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id))).ToListAsync(cancel))
            html[post.Id] = await partials.RenderAsync("/Features/Discussions/_Post.cshtml", post, culture);
        return html;
    }
}

public sealed class TopicHeadFragment(ForumDb db, PartialRenderer partials) : ILiveFragment
{
    public string Kind => "topic-head";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var topic in await db.Topics.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(cancel))
            html[topic.Id] = await partials.RenderAsync("/Features/Discussions/_TopicHead.cshtml", TopicHead.Of(topic), culture);
        return html;
    }
}
