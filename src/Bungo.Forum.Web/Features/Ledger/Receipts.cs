using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>Proofs of acts, made from the log's files: under the newest witnessed checkpoint that holds the act, else the newest. The database only tells the number.</summary>
public sealed class Receipts(ForumDb db, LogFolder files)
{
    // One checkpoint for as long as this lives, so that all receipts of one answer stand under the same.
    private ProvingTree? _tree;

    /// <returns>Whether there is such an act, and its public receipt; none yet while it waits for its number or the checkpoint over it.</returns>
    public async Task<(bool Found, Receipt? Receipt)> FindAsync(ActId id, CancellationToken cancel)
    {
        var act = id.ToGuid();
        if (await db.RecordedActs.Where(a => a.ActId == act).Select(a => new { a.Index, a.Leaf }).FirstOrDefaultAsync(cancel) is not { } found) return (false, null);
        return (true, Make(Leaf.Parse(found.Leaf), found.Index, []));
    }

    /// <param name="openings">Whatever of the act's content the receipt shall carry; none for the public one.</param>
    public Receipt? Make(Leaf leaf, long? number, IReadOnlyList<Opening> openings)
    {
        if (number is not { } index || files.HeadOver(index) is not var (note, checkpoint) || checkpoint.Size <= index) return null;
        if (_tree?.Size != checkpoint.Size) _tree = new ProvingTree(checkpoint.Size, files);
        return new Receipt(index, _tree.Inclusion(index).Hashes, note, new ReceiptContent(leaf, openings).ToBytes());
    }
}
