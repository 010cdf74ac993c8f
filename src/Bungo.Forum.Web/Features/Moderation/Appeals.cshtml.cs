using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>The appeals that wait for this person's office: the first stage for moderators, the second for evaluators.</summary>
[Authorize(Policy = nameof(Permission.HearAppeals))]
public sealed class AppealsPage(ForumDb db, TimeProvider clock) : ForumPage
{
    public IReadOnlyList<WaitingAppeal> Waiting { get; private set; } = [];
    public int Level { get; private set; }
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Level = Viewer.May(Permission.Evaluate) ? Appeal.Second : Appeal.First;
        Waiting = await WaitingAppeal.ReadAsync(db, cancel, Level);
    }
}
