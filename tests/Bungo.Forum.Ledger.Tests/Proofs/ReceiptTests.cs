using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests.Proofs;

public sealed class ReceiptTests
{
    private static readonly TrustPolicy Policy = new([new(TestSigner.Log.Key)], [new("lembaga", TestSigner.Witness.Key)], [], "lembaga");
    private static readonly LeafBuilder Act = Some.PostWritten();
    private static readonly Leaf Leaf = Act.Build();

    private static Receipt Given(bool isFull = false, bool isWitnessed = true)
    {
        var log = TileFolder.Of(300);
        log.Append([Leaf.Bytes, TileFolder.Entry(301)]);
        var proof = new ProvingTree(302, log).Inclusion(300);
        var note = isWitnessed ? log.Signed.With([NoteSignature.Cosign(log.Checkpoint, TestSigner.Witness, Some.Instant)]) : log.Signed;
        return new(proof.Index, proof.Hashes, note, new ReceiptContent(Leaf, isFull ? Act.Openings : []).ToBytes());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_receipt_is_checked_from_its_text_alone(bool isFull)
    {
        var receipt = Receipt.Parse(Given(isFull).ToBytes());
        var content = ReceiptContent.Parse(receipt.Extra);
        Assert.Equal(isFull ? 2 : 0, content.Openings.Count);
        Assert.All(content.Openings, o => Assert.True(content.Leaf.IsOpenedBy(o)));
        var check = receipt.Check(content.Leaf.Hash(), Policy, TestSigner.Verifier);
        Assert.True(check.IsRecorded);
        Assert.True(check.Signatures.IsWitnessed);
        Assert.Equal(302, check.Checkpoint.Size);
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nextra ", receipt.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_fits_a_phone() => Assert.InRange(Given().ToBytes().Length, 800, 3000);

    [Fact]
    public void Without_a_witness_it_is_recorded_but_not_witnessed()
    {
        var check = Given(isWitnessed: false).Check(Leaf.Hash(), Policy, TestSigner.Verifier);
        Assert.Equal((true, false), (check.IsRecorded, check.Signatures.IsWitnessed));
    }

    [Fact]
    public void Without_extra_it_is_the_same_proof()
    {
        var bare = Receipt.Parse((Given() with { Extra = null }).ToBytes());
        Assert.Null(bare.Extra);
        Assert.True(bare.Check(Leaf.Hash(), Policy, TestSigner.Verifier).IsRecorded);
    }

    [Fact]
    public void Of_another_act_another_log_or_another_place_it_proves_nothing()
    {
        var receipt = Given();
        Assert.Equal(ProofFault.RootDiffers, receipt.Check(TreeHash.OfLeaf("another"u8), Policy, TestSigner.Verifier).Inclusion);
        Assert.Equal(ProofFault.RootDiffers, (receipt with { Index = 301 }).Check(Leaf.Hash(), Policy, TestSigner.Verifier).Inclusion);
        var strange = Policy with { Logs = [new(VerifierKey.Parse(VerifierKeyTests.PeterNeumann))] };
        Assert.False(receipt.Check(Leaf.Hash(), strange, TestSigner.Verifier).IsRecorded);
    }

    public static TheoryData<string, string, LedgerFault, string> Malformed => new()
    {
        { "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v2\n", LedgerFault.LineForm, "c2sp" },
        { "extra ", "extra  ", LedgerFault.LineForm, "extra" },
        { "\nindex 300", "\nindex 0300", LedgerFault.NumberForm, "index" },
        { "\nindex 300", "\nindex -1", LedgerFault.NumberForm, "index" },
        { "\nindex 300", "\nindex", LedgerFault.LineForm, "index" },
        { "\nindex 300", "\nindex 300\n", LedgerFault.SignatureForm, "" },
        { "\nindex 300\n", "\nindex 300\nindex 300\n", LedgerFault.HashForm, "" },
        { "\n302\n", "\n302\nmore\n", LedgerFault.ExtensionLine, "more" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_none_is_refused_at_its_place(string part, string instead, LedgerFault fault, string place)
    {
        var text = Given().ToString().Replace(part, instead, StringComparison.Ordinal);
        var refusal = Some.Refusal(() => Receipt.Parse(Some.Utf8(text)));
        if (fault is LedgerFault.SignatureForm or LedgerFault.ExtensionLine)
        {
            // An empty line too early makes hashes part of the note, and a line in the checkpoint breaks its form: found, wherever.
            Assert.NotNull(refusal.Offset);
            return;
        }

        Assert.Equal(fault, refusal.Fault);
        if (place.Length > 0) Assert.Equal(text.IndexOf(place, StringComparison.Ordinal), refusal.Offset);
    }

    [Fact]
    public void No_single_change_goes_unnoticed() => Gens.Mutation.Sample(
        mutate =>
        {
            var original = Given(isFull: true).ToBytes();
            var changed = mutate(original);
            try
            {
                var receipt = Receipt.Parse(changed);
                var content = ReceiptContent.Parse(receipt.Extra);
                var check = receipt.Check(content.Leaf.Hash(), Policy, TestSigner.Verifier);
                if (!check.IsRecorded || !check.Signatures.IsWitnessed) return true;
                // What still holds says the same act at the same place; a changed opening opens nothing.
                var sameContent = content.Openings.Select(o => System.Text.Encoding.UTF8.GetString(o.Content.Span)).Order()
                    .SequenceEqual(Act.Openings.Select(o => System.Text.Encoding.UTF8.GetString(o.Content.Span)).Order());
                return content.Leaf.Bytes.Span.SequenceEqual(Leaf.Bytes.Span) && receipt.Index == 300 && check.Checkpoint.Size == 302
                    && (sameContent || !content.Openings.All(o => content.Leaf.IsOpenedBy(o)));
            }
            catch (LedgerFormatException)
            {
                return true;
            }
        },
        iter: 3_000);
}
