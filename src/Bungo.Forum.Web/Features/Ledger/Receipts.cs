using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>Public proofs of acts, made from the log's files: under the newest witnessed checkpoint that holds the act, else the newest. The database only tells the number.</summary>
public sealed class Receipts(ForumDb db, LogFolder files)
{
    /// <returns>Whether there is such an act, and its receipt; none yet while it waits for its number or the checkpoint over it.</returns>
    public async Task<(bool Found, Receipt? Receipt)> FindAsync(ActId id, CancellationToken cancel)
    {
        var act = id.ToGuid();
        if (await db.RecordedActs.Where(a => a.ActId == act).Select(a => new { a.Index, a.Leaf }).FirstOrDefaultAsync(cancel) is not { } found) return (false, null);
        if (found.Index is not { } index || files.HeadOver(index) is not var (note, checkpoint) || checkpoint.Size <= index) return (true, null);
        var proof = new ProvingTree(checkpoint.Size, files).Inclusion(index);
        var extra = new ReceiptContent(Leaf.Parse(found.Leaf), []).ToBytes();
        return (true, new Receipt(index, proof.Hashes, note, extra));
    }
}
