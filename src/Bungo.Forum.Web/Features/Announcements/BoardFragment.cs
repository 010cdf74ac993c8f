using System.Globalization;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>The board's side. Its announcements come with their lines (<see cref="AnnouncementLineFragment"/>).</summary>
public sealed class BoardFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "board";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = await partials.RenderAsync("/Features/Announcements/_BoardSide.cshtml", await BoardSide.ReadAsync(db, clock.GetUtcNow(), cancel), culture);
        return ids.ToDictionary(id => id, _ => html);
    }
}
