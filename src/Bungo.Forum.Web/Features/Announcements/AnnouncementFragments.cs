using System.Globalization;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

public sealed class AnnouncementLineFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "announcement-line";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        var lines = AnnouncementLine.From(db.Announcements.AsNoTracking().Where(a => ids.Contains(a.Id)), clock.GetUtcNow());
        foreach (var line in await lines.ToListAsync(cancel))
            html[line.Id] = await partials.RenderAsync("/Features/Announcements/_AnnouncementLineMoved.cshtml", line, culture);
        return html;
    }
}

public sealed class AnnouncementFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "announcement";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var view in await AnnouncementView.ReadAsync(db, db.Announcements.Where(a => ids.Contains(a.Id)), clock.GetUtcNow(), cancel))
            html[view.Line.Id] = await partials.RenderAsync("/Features/Announcements/_Announcement.cshtml", view, culture);
        return html;
    }
}
