using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;

namespace Bungo.Forum.Web.Features.Home;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class HomePage(ForumDb db, TimeProvider clock) : ForumPage
{
    public HomeView Home { get; private set; } = null!;
    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Announcements);
        PublicCache.Tag(HttpContext, Streams.Consultations);
        Now = clock.GetUtcNow();
        Home = await HomeView.ReadAsync(db, Now, cancel);
    }
}
