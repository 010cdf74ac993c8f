using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Signatures;

namespace Bungo.Forum.Verifier.Witnessing;

/// <summary>
/// Judges, remembers, signs: in this order, alone, for both ways of asking. A crash behind the remembering leaves a
/// checkpoint that nobody got the signature of, and which is cosigned again when asked again.
/// </summary>
public sealed class Cosigner(WitnessFolder folder, TimeProvider clock)
{
    private readonly BouncyVerifier _verifier = new();

    /// <returns>The cosignature; null unless the decision is <see cref="WitnessAnswer.Cosigned"/>.</returns>
    public (WitnessDecision Decision, NoteSignature? Cosignature) Ask(ReadOnlySpan<byte> request)
    {
        using var alone = folder.Alone();
        var decision = WitnessRule.Judge(request, folder.Find, _verifier);
        if (!decision.MayCosign) return (decision, null);
        folder.Keep(decision.Checkpoint!);
        return (decision, NoteSignature.Cosign(decision.Checkpoint!, folder.Signer, clock.GetUtcNow()));
    }
}
