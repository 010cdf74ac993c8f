namespace Bungo.Forum.Ledger.Merkle;

/// <summary>A tree said in two values: how many leaves, and the hash over all of them.</summary>
public readonly record struct TreeHead(long Size, TreeHash Root)
{
    /// <summary>The head of every log before its first act.</summary>
    public static TreeHead Empty { get; } = new(0, TreeHash.OfNothing);

    public override string ToString() => $"{Size} {Root}";
}
