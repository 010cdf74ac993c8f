using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// The words of a hidden post, in every version it had, may no longer be opened by everybody from the ledger:
/// their openings become restricted with the decision and open again with the one that takes it back. What
/// was destroyed stays destroyed.
/// </summary>
public sealed class OpeningsOfHiddenPosts(ForumDb db) : IActListener
{
    public async Task OnActAsync(Act act, CancellationToken cancel)
    {
        if (act is not DecisionMade { Decision: { Post: { } post, Measure: Measure.Hide or Measure.Restore } decision }) return;
        // What its author took back stays closed whatever moderation decides.
        if (post.IsWithdrawn) return;
        var (from, to) = decision.Measure == Measure.Hide ? (OpeningState.Open, OpeningState.Restricted) : (OpeningState.Restricted, OpeningState.Open);
        await db.ActOpenings.Where(o => o.ObjectId == post.ObjectId && (o.Label == "body" || o.Label == "lampiran") && o.State == from)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, to), cancel);
    }
}
