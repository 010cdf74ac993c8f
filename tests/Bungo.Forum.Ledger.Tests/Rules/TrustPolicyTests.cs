using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;

namespace Bungo.Forum.Ledger.Tests.Rules;

public sealed class TrustPolicyTests
{
    private static readonly Dictionary<string, TestSigner> Signers =
        new[] { "X1", "X2", "X3", "Y1", "Y2" }.ToDictionary(name => name, name => new TestSigner($"{name}.example.test", NoteAlgorithm.CosignatureV1));

    // The example of the specification, with keys.
    private static readonly string Example = Keys("""
        # whom we believe
        log <log> https://forum.example.test/buku/1

        witness X1 <X1>
        witness X2 <X2>  https://x2.example.test/
        witness X3 <X3>
        group X-witnesses 2 X1 X2 X3
        	witness Y1	<Y1>
        witness Y2 <Y2>
        group Y-witnesses any Y1 Y2

        group X-and-Y all X-witnesses Y-witnesses
        quorum X-and-Y

        """);

    [Fact]
    public void The_example_of_the_specification_is_read_and_written()
    {
        var policy = TrustPolicy.Parse(Some.Utf8(Example));
        Assert.Equal(["https://forum.example.test/buku/1", null], [policy.Logs[0].Url, policy.Witnesses[0].Url]);
        Assert.Equal([("X-witnesses", 2), ("Y-witnesses", 1), ("X-and-Y", 2)], policy.Groups.Select(g => (g.Name, g.Threshold)));
        Assert.Equal(policy.ToString(), TrustPolicy.Parse(policy.ToBytes()).ToString());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("X1 X2 X3", false)]
    [InlineData("X1 Y1", false)]
    [InlineData("X1 X3 Y2", true)]
    [InlineData("X1 X2 X3 Y1 Y2", true)]
    public void A_quorum_counts_groups_of_groups(string witnesses, bool isQuorum)
    {
        var log = TileFolder.Of(5);
        var note = log.Signed.With(witnesses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => NoteSignature.Cosign(log.Checkpoint, Signers[w], Some.Instant)));
        var check = TrustPolicy.Parse(Some.Utf8(Example)).Judge(note, log.Checkpoint, TestSigner.Verifier);
        Assert.Equal((true, isQuorum, isQuorum), (check.IsSigned, check.IsQuorum, check.IsWitnessed));
        Assert.Equal(witnesses.Split(' ', StringSplitOptions.RemoveEmptyEntries), check.Witnesses.Keys.Order());
    }

    [Fact]
    public void A_policy_that_demands_nobody_is_satisfied_but_nobody_has_witnessed()
    {
        var log = TileFolder.Of(5);
        var check = TrustPolicy.Parse(Some.Utf8(Keys("log <log>\nquorum none\n"))).Judge(log.Signed, log.Checkpoint, TestSigner.Verifier);
        Assert.Equal((true, true, false), (check.IsSigned, check.IsQuorum, check.IsWitnessed));
    }

    [Fact]
    public void A_log_key_signs_for_its_own_log_only()
    {
        var stranger = new TestSigner("another.example.test/1", NoteAlgorithm.Ed25519);
        var policy = new TrustPolicy([new(stranger.Key)], [], [], null);
        var log = TileFolder.Of(5);
        Assert.False(policy.Judge(log.Checkpoint.Sign(stranger), log.Checkpoint, TestSigner.Verifier).IsSigned);
    }

    [Theory]
    [InlineData("", LedgerFault.QuorumMissing, 0)]
    [InlineData("log <log>\n", LedgerFault.QuorumMissing, null)]
    [InlineData("quorum none", LedgerFault.UnexpectedEnd, 11)]
    [InlineData("quorum none\nquorum none\n", LedgerFault.QuorumRepeated, 12)]
    [InlineData("quorum\n", LedgerFault.LineForm, 0)]
    [InlineData("quorum none none\n", LedgerFault.LineForm, 0)]
    [InlineData("quorum X1\nwitness X1 <X1>\n", LedgerFault.PolicyNameUnknown, 0)]
    [InlineData("kuorum none\n", LedgerFault.PolicyWordUnknown, 0)]
    [InlineData("\r\nquorum none\n", LedgerFault.ControlCharacter, 0)]
    [InlineData("witness none <X1>\nquorum none\n", LedgerFault.PolicyNameRepeated, 0)]
    [InlineData("witness A <X1>\nwitness A <X2>\nquorum none\n", LedgerFault.PolicyNameRepeated, null)]
    [InlineData("witness A <X1>\nwitness B <X1>\nquorum none\n", LedgerFault.PolicyKeyRepeated, null)]
    [InlineData("log <log>\nlog <log>\nquorum none\n", LedgerFault.PolicyKeyRepeated, null)]
    [InlineData("log <X1>\nquorum none\n", LedgerFault.KeyAlgorithmUnknown, 0)]
    [InlineData("witness A <log>\nquorum none\n", LedgerFault.KeyAlgorithmUnknown, 0)]
    [InlineData("log x\nquorum none\n", LedgerFault.VerifierKeyForm, 0)]
    [InlineData("witness A <X1>\ngroup G 0 A\nquorum G\n", LedgerFault.PolicyThreshold, null)]
    [InlineData("witness A <X1>\ngroup G 2 A\nquorum G\n", LedgerFault.PolicyThreshold, null)]
    [InlineData("witness A <X1>\ngroup G some A\nquorum G\n", LedgerFault.PolicyThreshold, null)]
    [InlineData("witness A <X1>\ngroup G 2 A A\nquorum G\n", LedgerFault.PolicyMemberRepeated, null)]
    [InlineData("witness A <X1>\ngroup G 1 A\ngroup H 1 A\nquorum G\n", LedgerFault.PolicyMemberRepeated, null)]
    [InlineData("group G 1 G\nquorum G\n", LedgerFault.PolicyNameUnknown, 0)]
    [InlineData("group G 1 none\nquorum G\n", LedgerFault.PolicyNameUnknown, 0)]
    [InlineData("group G any\nquorum none\n", LedgerFault.LineForm, 0)]
    public void What_is_no_policy_is_refused_at_its_line(string text, LedgerFault fault, int? offset)
    {
        var refusal = Some.Refusal(() => TrustPolicy.Parse(Some.Utf8(Keys(text))));
        Assert.Equal(fault, refusal.Fault);
        if (offset is { } at) Assert.Equal(at, refusal.Offset);
        else Assert.NotNull(refusal.Offset);
    }

    private static string Keys(string text) =>
        Signers.Aggregate(text.Replace("<log>", TestSigner.Log.Key.ToString(), StringComparison.Ordinal), (t, s) => t.Replace($"<{s.Key}>", s.Value.Key.ToString(), StringComparison.Ordinal));
}
