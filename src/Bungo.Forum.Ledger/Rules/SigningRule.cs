using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;

namespace Bungo.Forum.Ledger.Rules;

/// <summary>Why the signer refuses a checkpoint.</summary>
public enum SigningRefusal
{
    /// <summary>The signer does not know what it signed last. Only making a key begins a record; none is ever assumed.</summary>
    RecordMissing,

    /// <summary>For another log than the key is for.</summary>
    OriginDiffers,

    /// <summary>Shorter than what was signed last: a restored backup, or a log cut short.</summary>
    Rollback,

    /// <summary>As long as what was signed last, with other content.</summary>
    Fork,

    /// <summary>Longer, but not shown to begin with what was signed last.</summary>
    Inconsistent,
}

/// <summary>
/// What a log's key may sign: the checkpoint signed last, again, or one proven to begin with it. The record of
/// that last checkpoint belongs to the signer alone, outside the database and its backups: then neither a stolen
/// web server nor a restored database can make the key tell two stories.
///
/// The signer writes its new record before it hands the signature out, and each as a whole.
/// </summary>
public static class SigningRule
{
    /// <param name="last">What this key signed last; <see cref="TreeHead.Empty"/> for a key just made; null when that is not known.</param>
    /// <param name="proof">From the last size to the new one, hash by hash.</param>
    /// <returns>Null when it may sign.</returns>
    public static SigningRefusal? Judge(VerifierKey key, TreeHead? last, Checkpoint next, IReadOnlyList<TreeHash> proof)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(next);
        if (last is not { } signed) return SigningRefusal.RecordMissing;
        if (next.Origin != key.Name) return SigningRefusal.OriginDiffers;
        if (next.Size < signed.Size) return SigningRefusal.Rollback;
        if (next.Size == signed.Size) return next.Root == signed.Root ? null : SigningRefusal.Fork;
        return new ConsistencyProof(signed.Size, next.Size, proof).Check(signed.Root, next.Root) is null ? null : SigningRefusal.Inconsistent;
    }
}
