using System.Globalization;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

public sealed class LogRowFragment(ForumDb db, PartialRenderer partials) : ILiveFragment
{
    public string Kind => "decision";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var line in await LogLine.From(db, db.Decisions.AsNoTracking().Where(d => ids.Contains(d.Id))).ToListAsync(cancel))
            html[line.Id] = await partials.RenderAsync("/Features/Moderation/_LogRow.cshtml", line, culture);
        return html;
    }
}
