using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Passages;

/// <summary>
/// Follows every passage of a consultation into the version that is presented, in the transaction that presents it: there
/// is no moment in which a comment stands under words that nobody checked it against. Whoever presents, the office's own
/// editor or an import from the recruitment core, comes through the same act.
/// </summary>
public sealed class FollowPassages(ForumDb db, TimeProvider clock) : IActListener
{
    public async Task OnActAsync(Act act, CancellationToken cancel)
    {
        if (act is not CriteriaPresented presented) return;
        var (consultation, to) = (presented.Consultation, presented.Version);
        var passages = await db.Passages.Where(p => p.ConsultationId == consultation.Id && p.FollowedTo < to.Number).OrderBy(p => p.Id).ToListAsync(cancel);
        var numbers = passages.Select(p => p.PlacedIn).Distinct().ToArray();
        var versions = await db.CriteriaVersions.AsNoTracking().Where(v => v.RoundId == consultation.RoundId && numbers.Contains(v.Number)).ToDictionaryAsync(v => v.Number, cancel);
        var align = Once();
        foreach (var passage in passages) db.Add(passage.Follow(versions[passage.PlacedIn], to, align, clock.GetUtcNow()));
    }

    // A criterion with a hundred passages is compared once.
    private static Aligner Once()
    {
        var known = new Dictionary<(string, string), Alignment>();
        return (before, after) => known.TryGetValue((before, after), out var found) ? found : known[(before, after)] = TextDiff.Align(before, after);
    }
}
