using System.Numerics;
using Bungo.Forum.Ledger.Merkle;

namespace Bungo.Forum.Ledger.Proofs;

/// <summary>
/// That a tree is the beginning of a larger one: nothing in it was changed, taken out or put between
/// (RFC 6962 section 2.1.2). Empty between equal trees, and from the empty tree, which every log begins with.
/// </summary>
public sealed record ConsistencyProof(long OldSize, long Size, IReadOnlyList<TreeHash> Hashes)
{
    /// <returns>Null when the proof holds.</returns>
    public ProofFault? Check(TreeHash oldRoot, TreeHash root)
    {
        if (OldSize < 0 || OldSize > Size) return ProofFault.SizesReversed;
        if (OldSize == 0 || OldSize == Size)
        {
            if (Hashes.Count > 0) return ProofFault.TooLong;
            return oldRoot == (OldSize == 0 ? TreeHash.OfNothing : root) ? null : ProofFault.OldRootDiffers;
        }

        // The old tree's last full subtree is where both ways up begin. When the old tree is itself one full
        // subtree its root is that place, and known, so the proof leaves it out.
        var skipped = BitOperations.TrailingZeroCount((ulong)OldSize);
        var (node, last) = ((OldSize - 1) >> skipped, (Size - 1) >> skipped);
        var used = 0;
        if (node > 0 && Hashes.Count == 0) return ProofFault.TooShort;
        var begin = node > 0 ? Hashes[used++] : oldRoot;
        var (oldHash, hash) = (begin, begin);
        for (; last > 0; node >>= 1, last >>= 1)
        {
            var isRight = (node & 1) == 1;
            if (!isRight && node == last) continue;
            if (used == Hashes.Count) return ProofFault.TooShort;
            var beside = Hashes[used++];
            if (isRight) oldHash = TreeHash.OfNode(beside, oldHash);
            hash = isRight ? TreeHash.OfNode(beside, hash) : TreeHash.OfNode(hash, beside);
        }

        if (used < Hashes.Count) return ProofFault.TooLong;
        if (oldHash != oldRoot) return ProofFault.OldRootDiffers;
        return hash == root ? null : ProofFault.RootDiffers;
    }
}
