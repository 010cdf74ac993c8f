using System.Buffers.Text;
using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>
/// Which acts are a person's own, told by what they committed to: the account's random id in <c>actor</c>, or for a ballot
/// the nullifier that only this person's id and the poll's key give. Nobody else is handed what opens an act, and nothing
/// more than what the person put in: whom a moderator's measure hit is not the moderator's to carry away.
/// </summary>
public sealed class OwnActs(ForumDb db)
{
    private const string Actor = "actor";
    private const string Nullifier = "nul";
    private static readonly string[] NotTheirs = ["sasaran"];

    /// <returns>Null when the act is not this person's; else its openings as far as they still exist.</returns>
    public async Task<IReadOnlyList<Opening>?> OpeningsAsync(Leaf leaf, Account person, CancellationToken cancel)
    {
        var act = leaf.Id.ToGuid();
        var kept = await db.ActOpenings.AsNoTracking().Where(o => o.ActId == act).ToListAsync(cancel);
        var isOwn = leaf.Kind.Name == "suara.beri" ? await IsOwnBallotAsync(leaf, kept, person, cancel) : Says(kept, Actor, LedgerId.Of(person.ObjectId));
        if (!isOwn) return null;
        return [.. kept.Where(o => o.Salt is not null && o.Content is not null && !NotTheirs.Contains(o.Label))
            .OrderBy(o => o.Label, StringComparer.Ordinal).Select(o => new Opening(leaf.Id, o.Label, o.Type, o.Salt, o.Content))];
    }

    /// <summary>All acts of a person that name them, ballots therefore not among them.</summary>
    public IQueryable<RecordedAct> Of(Account person)
    {
        var content = Encoding.UTF8.GetBytes(LedgerId.Of(person.ObjectId));
        return from opening in db.ActOpenings
               where opening.Label == Actor && opening.Content == content
               join act in db.RecordedActs on opening.ActId equals act.ActId
               select act;
    }

    private async Task<bool> IsOwnBallotAsync(Leaf leaf, List<ActOpening> kept, Account person, CancellationToken cancel)
    {
        if (!leaf.Clear.TryGet("jajak", out var named) || named is not CanonicalText text || !LedgerId.TryParse(text.Value, out var poll)) return false;
        // Gone once the poll is counted and its key destroyed; every ballot is open to all by then.
        var key = await db.PollKeys.AsNoTracking().FirstOrDefaultAsync(k => db.Polls.Any(p => p.Id == k.PollId && p.ObjectId == poll), cancel);
        return key is not null && Says(kept, Nullifier, Base64Url.EncodeToString(key.NullifierOf(person)));
    }

    private static bool Says(List<ActOpening> openings, string label, string words) =>
        openings.Exists(o => o.Label == label && o.Content is { } content && content.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(words)));
}
