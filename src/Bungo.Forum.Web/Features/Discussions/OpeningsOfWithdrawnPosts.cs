using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// Words that their author took back are not shown any more, so the ledger does not open them to everybody either: in no
/// version that the post had. The author keeps the proofs they hold.
/// </summary>
internal sealed class OpeningsOfWithdrawnPosts(ForumDb db) : IActListener
{
    public async Task OnActAsync(Act act, CancellationToken cancel)
    {
        if (act is not PostWithdrawn { Post: { } post }) return;
        await db.ActOpenings.Where(o => o.ObjectId == post.ObjectId && (o.Label == "body" || o.Label == "lampiran") && o.State == OpeningState.Open)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OpeningState.Restricted), cancel);
    }
}
