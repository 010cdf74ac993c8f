using System.Globalization;
using Bungo.Forum.Domain.Notifications;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Notifications;

/// <summary>A person's notices, newest first. Open to whoever has an account, also while suspended.</summary>
[Authorize]
public sealed class NoticesPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public string? After { get; set; }

    public IReadOnlyList<NoticeLine> Lines { get; private set; } = [];
    public string? Next { get; private set; }
    public bool HasUnread => Lines.Any(l => !l.IsRead);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await NoticeLine.From(Older(db.Notices.AsNoTracking().Where(n => n.AccountId == Viewer.Id))
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(PageSize + 1)).ToListAsync(cancel);
        if (found.Count > PageSize)
        {
            found.RemoveAt(PageSize);
            Next = string.Create(CultureInfo.InvariantCulture, $"{found[^1].At.UtcTicks}.{found[^1].Id}");
        }

        Lines = found;
    }

    /// <summary>Marks all as read, those on other pages too.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Notices.Where(n => n.AccountId == Viewer.Id && n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancel);
        return Done(Urls.Notices, T("Semua pemberitahuan ditandai sudah dibaca.", "All notices are marked as read."));
    }

    private IQueryable<Notice> Older(IQueryable<Notice> notices)
    {
        if (After?.Split('.') is not [var ticks, var id] || !long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) || at < 0
            || at > DateTimeOffset.MaxValue.Ticks || !long.TryParse(id, CultureInfo.InvariantCulture, out var last)) return notices;
        var moment = new DateTimeOffset(at, TimeSpan.Zero);
        return notices.Where(n => EF.Functions.LessThan(ValueTuple.Create(n.At, n.Id), ValueTuple.Create(moment, last)));
    }
}
