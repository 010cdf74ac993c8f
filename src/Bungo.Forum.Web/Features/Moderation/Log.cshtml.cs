using System.Globalization;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class LogPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public string? After { get; set; }

    public LogFilter Filter { get; private set; } = null!;
    public IReadOnlyList<LogLine> Lines { get; private set; } = [];
    public string? Next { get; private set; }
    public IReadOnlyList<WaitingAppeal> Overdue { get; private set; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();
    public long LiveNumber { get; private set; }

    /// <summary>A decision that is made now belongs on this page only when it shows the newest of all.</summary>
    public bool IsLive => After is null && Filter.IsEmpty;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Moderation);
        Filter = LogFilter.Read(Request.Query);
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == Streams.Moderation).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        var found = await LogLine.From(db, Before(Filter.Of(db)).Take(PageSize + 1)).ToListAsync(cancel);
        if (found.Count > PageSize)
        {
            found.RemoveAt(PageSize);
            Next = found[^1].SortKey;
        }

        Lines = found;
        Overdue = After is null ? await WaitingAppeal.ReadAsync(db, cancel, overdueAt: Now) : [];
    }

    private IQueryable<Decision> Before(IQueryable<Decision> decisions)
    {
        if (After?.Split('.') is not [var ticks, var id] || !long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) || at < 0
            || at > DateTimeOffset.MaxValue.Ticks || !long.TryParse(id, CultureInfo.InvariantCulture, out var last)) return decisions;
        var moment = new DateTimeOffset(at, TimeSpan.Zero);
        return decisions.Where(d => EF.Functions.LessThan(ValueTuple.Create(d.At, d.Id), ValueTuple.Create(moment, last)));
    }
}
