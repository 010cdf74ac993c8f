using Bungo.Forum.Ledger.Merkle;

namespace Bungo.Forum.Ledger.Proofs;

/// <summary>That an entry is the one with this number in a tree: the hashes beside its way up (RFC 6962 section 2.1.1).</summary>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<TreeHash> Hashes)
{
    /// <summary>The most hashes a proof can hold: one for each level of the largest tree.</summary>
    public const int MostHashes = 63;

    /// <returns>Null when the proof holds.</returns>
    public ProofFault? Check(TreeHash leaf, TreeHash root)
    {
        if (Index < 0 || Index >= Size) return ProofFault.IndexOutside;
        var (hash, node, last, used) = (leaf, Index, Size - 1, 0);
        for (; last > 0; node >>= 1, last >>= 1)
        {
            var isRight = (node & 1) == 1;
            // The last node of a level without a partner goes up unchanged.
            if (!isRight && node == last) continue;
            if (used == Hashes.Count) return ProofFault.TooShort;
            var beside = Hashes[used++];
            hash = isRight ? TreeHash.OfNode(beside, hash) : TreeHash.OfNode(hash, beside);
        }

        if (used < Hashes.Count) return ProofFault.TooLong;
        return hash == root ? null : ProofFault.RootDiffers;
    }
}
