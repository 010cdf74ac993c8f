using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Verifier.Packages;
using static Bungo.Forum.Ledger.Tests.Verifier.APackage;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>A log whose key is replaced, told by its own acts.</summary>
public sealed class KeysCheckTests : IDisposable
{
    private static readonly TestSigner Next = new(TestSigner.Origin, NoteAlgorithm.Ed25519, new byte[32]);

    private readonly APackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_key_that_its_predecessor_announced_is_good_from_there()
    {
        Announce(TestSigner.Log, Next);
        Sign(Next);
        Assert.Empty(_package.Faults());
    }

    [Fact]
    public void A_key_that_only_the_list_names_is_none()
    {
        Listed(4);
        Sign(Next);
        Assert.Equal([("kunci", null, "key-unannounced")], _package.Faults());
    }

    [Fact]
    public void A_key_signs_nothing_before_it_is_announced()
    {
        Announce(TestSigner.Log, Next);
        Listed(Count - 1);
        Sign(Next);
        Assert.Equal([("kunci", null, "key-unannounced")], _package.Faults());
    }

    [Fact]
    public void An_announcement_without_the_old_key_or_its_statement_is_none()
    {
        Announce(Next);
        Sign(Next);
        Assert.Equal([("tile/entries/000.p/9", Count, "key-statement")], _package.Faults());
        _package.Files.Remove(Package.Statement(Count));
        Assert.Equal([("tile/entries/000.p/9", Count, "key-statement")], _package.Faults());
    }

    [Fact]
    public void An_old_key_is_no_longer_good_behind_its_end()
    {
        Announce(TestSigner.Log, Next);
        Sign(TestSigner.Log);
        _package.Files[Package.Keys] = new KeyList([new(TestSigner.Log.Key, 0, Count), new(Next.Key, Count + 1, null)]).ToBytes();
        Assert.Equal([("checkpoint", null, "key-out-of-range")], _package.Faults());
    }

    [Fact]
    public void Nothing_stands_behind_a_closing_and_no_opening_in_the_midst()
    {
        var head = _package.Edge.Head;
        _package.Add(Act("buku.tutup", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", head.Size).Clear("akar", head.Root.ToBase64Url()));
        Assert.Empty(_package.Faults());
        _package.Add(Act("buku.buka", ObjectId.New(), 6, ActRole.Sistem).Clear("kunci", TestSigner.Log.Key.ToString()));
        Assert.Equal([("tile/entries/000.p/10", Count + 1, "opening-misplaced"), ("tile/entries/000.p/10", Count + 1, "act-behind-closing")], _package.Faults());
    }

    private void Announce(params TestSigner[] signers)
    {
        var head = new Checkpoint(TestSigner.Origin, _package.Edge.Head);
        var statement = head.Sign(signers).ToBytes();
        _package.Files[Package.Statement(head.Size)] = statement;
        _package.Add(Act("kunci.umum", ObjectId.New(), 6, ActRole.Sistem).Clear("kunci", Next.Key.ToString()).Clear("ukuran", head.Size)
            .Clear("akar", head.Root.ToBase64Url()).Document("kepala", DocumentDigest.Of(statement, "text/plain")));
        Listed(Count + 1);
    }

    private void Listed(long from) => _package.Files[Package.Keys] = new KeyList([new(TestSigner.Log.Key, 0, null), new(Next.Key, from, null)]).ToBytes();

    private void Sign(TestSigner by)
    {
        var checkpoint = _package.Checkpoint;
        _package.Files[Package.Checkpoint] = checkpoint.Sign(by).With([NoteSignature.Cosign(checkpoint, TestSigner.Witness, Some.Instant)]).ToBytes();
        _package.Files[Package.Policy] = new TrustPolicy([new(Next.Key)], [new("lembaga", TestSigner.Witness.Key)], [], "lembaga").ToBytes();
    }
}
