using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;

namespace Bungo.Forum.Ledger.Tests.Rules;

/// <summary>The answers of C2SP tlog-witness, one after the other, and the order in which they come.</summary>
public sealed class WitnessRuleTests
{
    private static readonly TileFolder Log = TileFolder.Of(100, 500);

    private static TreeHead Head(int size) => new ProvingTree(size, Log).Head;

    private static AddCheckpoint Request(int oldSize, SignedNote? note = null)
    {
        note ??= Log.Signed;
        return new(oldSize, oldSize <= 600 ? new ProvingTree(600, Log).Consistency(oldSize).Hashes : [], note, Checkpoint.Parse(note.Text));
    }

    private static WitnessDecision Judge(AddCheckpoint request, TreeHead last) => WitnessRule.Judge(
        request.ToBytes(), origin => origin == TestSigner.Origin ? new(origin, [TestSigner.Log.Key], last) : null, TestSigner.Verifier);

    [Fact]
    public void A_first_a_grown_and_a_repeated_checkpoint_are_cosigned()
    {
        Assert.True(Judge(Request(0), TreeHead.Empty).MayCosign);
        Assert.True(Judge(Request(100), Head(100)).MayCosign);
        Assert.True(Judge(Request(600), Head(600)).MayCosign);
        Assert.Equal(200, (int)Judge(Request(100), Head(100)).Answer);
    }

    [Fact]
    public void An_unknown_log_is_not_found_even_unsigned()
    {
        var foreign = new TestSigner("foreign.example.test", NoteAlgorithm.Ed25519);
        var note = new Checkpoint("foreign.example.test", Log.Edge.Head).Sign(foreign);
        Assert.Equal(404, (int)Judge(Request(0, note), TreeHead.Empty).Answer);
    }

    [Fact]
    public void Without_a_valid_signature_of_the_log_it_is_forbidden()
    {
        var foreign = new TestSigner(TestSigner.Origin, NoteAlgorithm.Ed25519, new byte[32]);
        Assert.Equal(403, (int)Judge(Request(0, Log.Checkpoint.Sign(foreign)), TreeHead.Empty).Answer);
        var forged = SignedNote.Of(Log.Checkpoint.ToText(), NoteSignature.Sign("other\n", TestSigner.Log));
        Assert.Equal(WitnessAnswer.NotSigned, Judge(Request(0, forged), TreeHead.Empty).Answer);
        // A stranger's line beside the log's own is passed over.
        Assert.True(Judge(Request(0, Log.Checkpoint.Sign(TestSigner.Log, foreign)), TreeHead.Empty).MayCosign);
    }

    [Fact]
    public void Starting_from_another_size_conflicts_and_tells_the_right_one()
    {
        Assert.Equal((WitnessAnswer.Conflict, 100L), (Judge(Request(0), Head(100)).Answer, Judge(Request(0), Head(100)).KnownSize));
        Assert.Equal((WitnessAnswer.Conflict, 600L), (Judge(Request(100), Head(600)).Answer, Judge(Request(100), Head(600)).KnownSize));
    }

    [Fact]
    public void Another_tree_of_the_same_size_conflicts() =>
        Assert.Equal(WitnessAnswer.Conflict, Judge(Request(600), new(600, TreeHash.OfNothing)).Answer);

    [Fact]
    public void A_proof_that_proves_nothing_is_unprocessable()
    {
        var other = new TreeHead(100, TreeHash.OfNothing);
        Assert.Equal((WitnessAnswer.Inconsistent, ProofFault.OldRootDiffers), (Judge(Request(100), other).Answer, Judge(Request(100), other).Proof));
        Assert.Equal(422, (int)Judge(Request(100) with { Proof = [] }, Head(100)).Answer);
        Assert.Equal(422, (int)Judge(Request(0) with { Proof = [TreeHash.OfNothing] }, TreeHead.Empty).Answer);
    }

    [Fact]
    public void An_old_size_beyond_the_new_is_malformed() =>
        Assert.Equal(400, (int)Judge(Request(601), Head(600)).Answer);

    [Theory]
    [InlineData("old ", "old 0", LedgerFault.NumberForm)]
    [InlineData("old ", "old  ", LedgerFault.NumberForm)]
    [InlineData("old ", "alt ", LedgerFault.LineForm)]
    [InlineData("=\n\n", "=\n", LedgerFault.HashForm)]
    [InlineData("\n600\n", "\n0600\n", LedgerFault.NumberForm)]
    [InlineData("\u2014", "-", LedgerFault.SignatureForm)]
    public void What_is_no_request_is_malformed_at_its_place(string part, string instead, LedgerFault fault)
    {
        var text = System.Text.Encoding.UTF8.GetString(Request(100).ToBytes());
        var at = text.IndexOf(part, StringComparison.Ordinal);
        var decision = WitnessRule.Judge(Some.Utf8(text[..at] + instead + text[(at + part.Length)..]), _ => throw new InvalidOperationException(), TestSigner.Verifier);
        Assert.Equal((WitnessAnswer.Malformed, fault), (decision.Answer, decision.Malformed!.Fault));
        Assert.NotNull(decision.Malformed.Offset);
    }

    [Fact]
    public void More_hashes_than_any_tree_is_high_are_malformed()
    {
        var request = Request(100);
        var decision = Judge(request with { Proof = [.. Enumerable.Repeat(TreeHash.OfNothing, 64)] }, Head(100));
        Assert.Equal(LedgerFault.ProofTooLong, decision.Malformed!.Fault);
    }
}
