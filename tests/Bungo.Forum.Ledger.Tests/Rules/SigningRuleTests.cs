using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;

namespace Bungo.Forum.Ledger.Tests.Rules;

public sealed class SigningRuleTests
{
    private static readonly TileFolder Log = TileFolder.Of(100, 500);

    private static SigningRefusal? Judge(TreeHead? last, Checkpoint next, IReadOnlyList<TreeHash> proof) => SigningRule.Judge(TestSigner.Log.Key, last, next, proof);

    private static TreeHead Head(int size) => new ProvingTree(size, Log).Head;

    [Fact]
    public void A_log_that_grew_may_be_signed()
    {
        Assert.Null(Judge(TreeHead.Empty, Log.Checkpoint, []));
        Assert.Null(Judge(Head(100), Log.Checkpoint, new ProvingTree(600, Log).Consistency(100).Hashes));
    }

    [Fact]
    public void The_same_checkpoint_may_be_signed_again() => Assert.Null(Judge(Head(600), Log.Checkpoint, []));

    [Fact]
    public void A_signer_without_memory_signs_nothing() => Assert.Equal(SigningRefusal.RecordMissing, Judge(null, Log.Checkpoint, []));

    [Fact]
    public void An_old_backup_is_refused() => Assert.Equal(SigningRefusal.Rollback, Judge(Head(600), new(TestSigner.Origin, Head(100)), []));

    [Fact]
    public void Another_tree_of_the_same_size_is_refused() =>
        Assert.Equal(SigningRefusal.Fork, Judge(Head(600), new(TestSigner.Origin, new(600, TreeHash.OfNothing)), []));

    [Fact]
    public void A_restored_backup_that_went_on_is_refused_whatever_it_shows()
    {
        var fork = TileFolder.Of(50);
        fork.Append(Enumerable.Range(10_000, 550).Select(TileFolder.Entry));
        Assert.Equal(SigningRefusal.Inconsistent, Judge(Head(100), fork.Checkpoint, new ProvingTree(600, fork).Consistency(100).Hashes));
        Assert.Equal(SigningRefusal.Inconsistent, Judge(Head(100), fork.Checkpoint, new ProvingTree(600, Log).Consistency(100).Hashes));
        Assert.Equal(SigningRefusal.Inconsistent, Judge(Head(100), fork.Checkpoint, []));
    }

    [Fact]
    public void Another_log_is_refused() =>
        Assert.Equal(SigningRefusal.OriginDiffers, Judge(TreeHead.Empty, Log.Checkpoint with { Origin = "buku.example.test/2" }, []));
}
