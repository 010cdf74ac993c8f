namespace Bungo.Forum.Ledger.Proofs;

/// <summary>Why a proof proves nothing. A proof that holds has no fault.</summary>
public enum ProofFault
{
    /// <summary>The entry's number is not in a tree of that size.</summary>
    IndexOutside,

    /// <summary>The older tree is the larger one.</summary>
    SizesReversed,

    /// <summary>Fewer hashes than the sizes demand.</summary>
    TooShort,
    TooLong,

    /// <summary>The hashes do not lead to the tree's root.</summary>
    RootDiffers,

    /// <summary>The hashes do not lead to the older tree's root: it is not the beginning of the newer one.</summary>
    OldRootDiffers,
}
