using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Export;

/// <summary>The published openings against the acts: each opens a commitment that exists, once, truly, and only while it is not erased.</summary>
public sealed class OpeningsCheck(string file, ActsCheck acts, Action<Finding> report)
{
    public void Add(long line, Opening opening)
    {
        ArgumentNullException.ThrowIfNull(opening);
        var place = $"{opening.Act}/{opening.Label}";
        if (acts.Find(opening.Act) is not { } act)
        {
            report(new(file, line, ExportFault.OpeningOfUnknownAct, Subject: place));
        }
        else if (Array.Find(act.Commitments, c => c.Label == opening.Label) is not { } commitment)
        {
            report(new(file, line, ExportFault.OpeningOfNoCommitment, act.Line, place));
        }
        else if (commitment.State != CommitmentState.Unopened)
        {
            report(new(file, line, ExportFault.OpeningRepeated, act.Line, place));
        }
        else
        {
            commitment.State = commitment.Commitment.Verify(act.Kind.Name, opening) ? CommitmentState.Matching : CommitmentState.Mismatching;
            if (commitment.State == CommitmentState.Mismatching) report(new(file, line, ExportFault.OpeningMismatch, act.Line, place));
            if (acts.IsErased(opening.Act, opening.Label)) report(new(file, line, ExportFault.OpeningOfErased, act.Line, place));
        }
    }
}
