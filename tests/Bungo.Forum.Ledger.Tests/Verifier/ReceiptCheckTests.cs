using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>A citizen's receipt against the log of today.</summary>
public sealed class ReceiptCheckTests : IDisposable
{
    private readonly APackage _package = new APackage().Write();

    public void Dispose() => _package.Dispose();

    private string Receipt(int record, IReadOnlyList<Opening>? openings = null)
    {
        using var package = Package.Open(_package.Folder);
        var proof = new ProvingTree(_package.Entries.Count, package).Inclusion(record);
        var note = Ledger.Notes.SignedNote.Parse(_package.ReadFile(Package.Checkpoint));
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}{Ledger.Proofs.Receipt.FileExtension}");
        File.WriteAllBytes(file, new Receipt(record, proof.Hashes, note, new ReceiptContent(_package.Leaf(record), openings ?? []).ToBytes()).ToBytes());
        return file;
    }

    [Fact]
    public void A_receipt_holds_now_and_after_the_log_has_grown()
    {
        var receipt = Receipt(APackage.Post);
        Assert.Empty(_package.FaultsAsItStands("--receipt", receipt));
        for (var i = 0; i < 300; i++) _package.Add(APackage.Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", i));
        _package.Write();
        Assert.Empty(_package.FaultsAsItStands("--receipt", receipt));
        Assert.Contains($"tanda terima    {_package.Leaf(APackage.Post).Id}, catatan 1, disaksikan", _package.RunAsItStands("--receipt", receipt).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_ends_before_the_receipt_is_not_called_sound()
    {
        _package.Add(APackage.Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", APackage.Count));
        _package.Write();
        var receipt = Receipt(APackage.Count);
        _package.Entries.RemoveAt(APackage.Count);
        _package.Write();
        var (status, output) = _package.RunAsItStands("--receipt", receipt);
        Assert.Equal(2, status);
        Assert.Contains("lebih baru daripada paketnya", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void What_a_former_key_signed_in_its_time_stays_good(long lastSize, bool isGood)
    {
        var receipt = Receipt(APackage.Post);
        var successor = new TestSigner(TestSigner.Origin, Ledger.Notes.NoteAlgorithm.Ed25519, new byte[32]);
        var head = Ledger.Tiles.LogEdge.Empty.Append(_package.Entries.Take(5).Select(e => new ReadOnlyMemory<byte>(e))).Edge.Head;
        var statement = new Ledger.Notes.Checkpoint(TestSigner.Origin, head).Sign(TestSigner.Log, successor).ToBytes();
        _package.Files[Package.Statement(5)] = statement;
        _package.Add(APackage.Act("kunci.umum", ObjectId.New(), 6, ActRole.Sistem).Clear("kunci", successor.Key.ToString())
            .Clear("ukuran", 5).Clear("akar", head.Root.ToBase64Url()).Document("kepala", DocumentDigest.Of(statement, "text/plain")));
        _package.Write();
        _package.WriteFile(Package.Checkpoint, _package.Checkpoint.Sign(successor).ToBytes());
        _package.WriteFile(Package.Policy, new Ledger.Rules.TrustPolicy([new(successor.Key)], [], [], null).ToBytes());
        _package.WriteFile(Package.Keys, new Ledger.Notes.KeyList([new(TestSigner.Log.Key, 0, lastSize), new(successor.Key, 9, null)]).ToBytes());
        Assert.Equal(isGood ? [] : ["receipt-unsigned"], _package.FaultsAsItStands("--receipt", receipt).Select(f => f.Code));
    }

    [Fact]
    public void An_act_that_was_taken_out_is_missed_by_whoever_holds_its_receipt()
    {
        var receipt = Receipt(APackage.OtherPost);
        // With the key, all of it signed anew: the receipt alone tells.
        _package.Entries[APackage.OtherPost] = APackage.Act("denyut", ObjectId.New(), 3, ActRole.Sistem).Clear("ukuran", 1).Build().Bytes.ToArray();
        _package.Write();
        Assert.Equal(["log-forked", "receipt-of-another-log"], _package.FaultsAsItStands("--receipt", receipt).Where(f => f.File == receipt).Select(f => f.Code));
    }

    [Fact]
    public void A_receipt_of_another_content_is_named()
    {
        var strange = new LeafBuilder("pos.buat", _package.Leaf(APackage.Post).Id, ObjectId.New(), ActRole.Warga, Some.Instant)
            .Clear("utas", ObjectId.New()).Clear("nomor", 1).Commit("body", "text/plain", APackage.Text("x")).Commit("actor", "text/plain", APackage.Text("y"));
        Assert.Equal(["receipt-opening-mismatch"], _package.FaultsAsItStands("--receipt", Receipt(APackage.Post, [strange.Openings[0]])).Select(f => f.Code));
    }

    [Fact]
    public void A_receipt_that_is_none_cannot_be_judged()
    {
        var file = Path.Combine(_package.Folder, "x");
        File.WriteAllText(file, "x\n");
        Assert.Equal(VerifyCommand.CannotJudge, _package.RunAsItStands("--receipt", file).Status);
    }

    [Fact]
    public void A_changed_receipt_is_named()
    {
        var file = Receipt(APackage.Post);
        var receipt = Ledger.Proofs.Receipt.Parse(File.ReadAllBytes(file));
        File.WriteAllBytes(file, (receipt with { Index = 0 }).ToBytes());
        Assert.Equal([(file, null, "receipt-disproved")], _package.FaultsAsItStands("--receipt", file));
        var forged = new Ledger.Notes.Checkpoint(TestSigner.Origin, new(8, LogEdge.Empty.Head.Root));
        File.WriteAllBytes(file, (receipt with { Note = Ledger.Notes.SignedNote.Of(forged.ToText(), receipt.Note.Signatures) }).ToBytes());
        Assert.Equal(["receipt-unsigned", "receipt-disproved"], _package.FaultsAsItStands("--receipt", file).Select(f => f.Code));
    }
}
