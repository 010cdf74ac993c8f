using System.Runtime.CompilerServices;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>A member's public acts with the full proof of each: whoever has it can show, without the site, what they wrote and when.</summary>
internal sealed class LedgerPersonalData(ForumDb db, OwnActs own, Receipts receipts) : IPersonalData
{
    private const int Most = 500;

    public string Name => "publicActs";

    public async IAsyncEnumerable<object> ReadAsync(long accountId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var person = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        // By number, those that still wait last; a part at a time, so that no statement is held open while proofs are made.
        var all = await own.Of(person).OrderBy(a => a.Index ?? long.MaxValue).Select(a => a.ActId).ToListAsync(cancel);
        foreach (var part in all.Chunk(Most))
        {
            var acts = await db.RecordedActs.AsNoTracking().Where(a => part.Contains(a.ActId)).OrderBy(a => a.Index ?? long.MaxValue).ToListAsync(cancel);
            foreach (var act in acts)
            {
                var leaf = Leaf.Parse(act.Leaf);
                var openings = await own.OpeningsAsync(leaf, person, cancel) ?? [];
                yield return new { Act = leaf.Id.ToString(), act.Kind, act.RecordedAt, Number = act.Index, Receipt = receipts.Make(leaf, act.Index, openings)?.ToString() };
            }
        }
    }
}
