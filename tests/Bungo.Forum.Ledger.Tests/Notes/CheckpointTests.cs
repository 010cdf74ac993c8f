using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;

namespace Bungo.Forum.Ledger.Tests.Notes;

public sealed class CheckpointTests
{
    private const string Body = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    [Fact]
    public void The_checkpoint_of_the_specification_is_read_and_written()
    {
        var checkpoint = Checkpoint.Parse(Body);
        Assert.Equal(("example.com/behind-the-sofa", 20_852_163L), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", checkpoint.Root.ToBase64());
        Assert.Equal(Body, checkpoint.ToText());
    }

    [Theory]
    [InlineData("", LedgerFault.UnexpectedEnd, 0)]
    [InlineData("\n5\nR\n", LedgerFault.KeyNameForm, 0)]
    [InlineData("a b\n5\nR\n", LedgerFault.KeyNameForm, 0)]
    [InlineData("a\n", LedgerFault.UnexpectedEnd, 2)]
    [InlineData("a\n05\nR\n", LedgerFault.NumberForm, 2)]
    [InlineData("a\n+5\nR\n", LedgerFault.NumberForm, 2)]
    [InlineData("a\n-5\nR\n", LedgerFault.NumberForm, 2)]
    [InlineData("a\n 5\nR\n", LedgerFault.NumberForm, 2)]
    [InlineData("a\n\nR\n", LedgerFault.NumberForm, 2)]
    [InlineData("a\n99999999999999999999\nR\n", LedgerFault.NumberForm, 2)]
    [InlineData("a\n5\n\n", LedgerFault.HashForm, 4)]
    [InlineData("a\n5\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n", LedgerFault.HashForm, 4)]
    [InlineData("a\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", LedgerFault.HashForm, 4)]
    [InlineData("a\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n", LedgerFault.HashForm, 4)]
    [InlineData("a\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n", LedgerFault.HashForm, 4)]
    [InlineData("a\n0\nR\n", LedgerFault.HashForm, 4)]
    [InlineData("a\n5\nR", LedgerFault.UnexpectedEnd, 48)]
    [InlineData("a\n5\nR\nmore\n", LedgerFault.ExtensionLine, 49)]
    [InlineData("a\n5\nR\n\n", LedgerFault.ExtensionLine, 49)]
    public void What_is_none_is_refused_at_its_place(string text, LedgerFault fault, int offset)
    {
        var refusal = Some.Refusal(() => Checkpoint.Parse(text.Replace("R", TreeHash.OfLeaf([]).ToBase64(), StringComparison.Ordinal)));
        Assert.Equal((fault, (int?)offset), (refusal.Fault, refusal.Offset));
    }

    [Fact]
    public void A_witness_signs_the_checkpoint_with_a_time()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_679_315_147);
        var log = TileFolder.Of(5);
        var line = NoteSignature.Cosign(log.Checkpoint, TestSigner.Witness, at);
        var note = log.Signed.With([line]);
        var check = SignedNote.Parse(note.ToBytes()).Verify([TestSigner.Log.Key, TestSigner.Witness.Key], TestSigner.Verifier);
        Assert.Equal([new(TestSigner.Log.Key, null), new(TestSigner.Witness.Key, at)], check.SignedBy);
        // What was signed, to the byte.
        var message = "cosignature/v1\ntime 1679315147\n" + log.Checkpoint.ToText();
        Assert.True(TestSigner.Verifier.Verify(TestSigner.Witness.Key.PublicKey, Some.Utf8(message), line.Payload.Span[8..]));
        Assert.Equal(line.ToLine(), Assert.Single(NoteSignature.ParseLines(Some.Utf8(line.ToLine()))).ToLine());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(71)]
    public void A_cosignature_with_another_time_or_signature_is_forged(int at)
    {
        var log = TileFolder.Of(5);
        var line = NoteSignature.Cosign(log.Checkpoint, TestSigner.Witness, Some.Instant);
        var changed = line with { Payload = LogEdgeTests.Flip(line.Payload, at) };
        Assert.Equal(TestSigner.Witness.Key, Assert.Single(log.Signed.With([changed]).Verify([TestSigner.Witness.Key], TestSigner.Verifier).Failed));
        Assert.NotEmpty(log.Signed.With([line with { Payload = line.Payload[8..] }]).Verify([TestSigner.Witness.Key], TestSigner.Verifier).Failed);
    }

    [Fact]
    public void A_key_signs_only_what_it_is_for()
    {
        Assert.Throws<ArgumentException>(() => NoteSignature.Sign("a\n", TestSigner.Witness));
        Assert.Throws<ArgumentException>(() => NoteSignature.Cosign(TileFolder.Of(1).Checkpoint, TestSigner.Log, Some.Instant));
    }
}
