using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier.Packages;
using static Bungo.Forum.Ledger.Tests.Verifier.APackage;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>What the policy's quorum demands of a package.</summary>
public sealed class WitnessCheckTests : IDisposable
{
    private readonly APackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void Without_the_quorum_that_the_policy_asks_for_the_log_is_not_sound()
    {
        Unwitnessed();
        Assert.Equal([("checkpoint", null, "quorum-missing")], _package.Faults());
        Assert.Contains("BELUM DISAKSIKAN", _package.Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cosignature_by_a_stranger_is_no_quorum()
    {
        Unwitnessed();
        var stranger = new TestSigner("orang.example.test", NoteAlgorithm.CosignatureV1);
        _package.Files[Package.Checkpoint] = _package.Checkpoint.Sign(TestSigner.Log).With([NoteSignature.Cosign(_package.Checkpoint, stranger, Some.Instant)]).ToBytes();
        Assert.Equal([("checkpoint", null, "quorum-missing")], _package.Faults());
    }

    [Fact]
    public void An_older_checkpoint_with_the_quorum_serves_while_it_is_not_too_old()
    {
        Unwitnessed();
        _package.Files[Package.Witnessed] = Cosigned(Head(5), Some.Instant);
        Assert.Empty(_package.Faults());
        Assert.Contains("5 catatan pertama", _package.Run().Output, StringComparison.Ordinal);
        _package.Add(Act("denyut", ObjectId.New(), 48 * 60, ActRole.Sistem).Clear("ukuran", 8));
        Unwitnessed();
        Assert.Empty(_package.Faults());
        _package.Add(Act("denyut", ObjectId.New(), (48 * 60) + 1, ActRole.Sistem).Clear("ukuran", 9));
        Unwitnessed();
        Assert.Equal([("disaksikan", null, "witness-gap")], _package.Faults());
    }

    [Fact]
    public void A_witnessed_checkpoint_that_is_not_the_beginning_of_this_log_is_a_fork()
    {
        Unwitnessed();
        _package.Files[Package.Witnessed] = Cosigned(new(5, TreeHash.OfLeaf("lain"u8)), Some.Instant);
        Assert.Equal([("disaksikan", null, "log-forked")], _package.Faults());
        _package.Files[Package.Witnessed] = Cosigned(new(500, TreeHash.OfLeaf("lain"u8)), Some.Instant);
        Assert.Equal([("disaksikan", null, "log-shorter")], _package.Faults());
    }

    [Fact]
    public void What_is_no_checkpoint_at_all_is_named()
    {
        Unwitnessed();
        _package.Files[Package.Witnessed] = Some.Utf8("x");
        Assert.Contains(("disaksikan", null, "signatures-missing"), _package.Faults());
    }

    private TreeHead Head(int size) => LogEdge.Empty.Append(_package.Entries.Take(size).Select(e => new ReadOnlyMemory<byte>(e))).Edge.Head;

    private void Unwitnessed() => _package.Files[Package.Checkpoint] = _package.Checkpoint.Sign(TestSigner.Log).ToBytes();

    private static byte[] Cosigned(TreeHead head, DateTimeOffset at)
    {
        var checkpoint = new Checkpoint(TestSigner.Origin, head);
        return checkpoint.Sign(TestSigner.Log).With([NoteSignature.Cosign(checkpoint, TestSigner.Witness, at)]).ToBytes();
    }
}
