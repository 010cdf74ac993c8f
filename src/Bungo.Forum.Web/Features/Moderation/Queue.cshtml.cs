using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Moderation;

[Authorize(Policy = nameof(Permission.Moderate))]
public sealed class QueuePage(QueueReading reading) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "setelah")]
    public string? After { get; set; }

    public Account Moderator { get; private set; } = null!;
    public QueuePart Queue { get; private set; } = null!;

    /// <summary>Whether the moderator must leave this post to another.</summary>
    public bool StepsBack(QueueItem item) =>
        item.AuthorId == Moderator.Id || (Moderator.Office is { } own && (Same(own, item.Office) || Same(own, item.AuthorOffice) || Same(own, item.ParentOffice)));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Moderator = await Viewer.AccountAsync(cancel);
        Queue = await reading.ReadAsync(After, cancel);
    }

    private static bool Same(string own, string? other) => string.Equals(own, other, StringComparison.OrdinalIgnoreCase);
}
