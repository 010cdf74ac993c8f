using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Export;

internal enum CommitmentState
{
    Unopened,
    Matching,
    Mismatching,
}

/// <summary>What is kept of an act once its line has been read.</summary>
internal sealed class RecordedAct
{
    public RecordedAct(long line, Leaf leaf)
    {
        (Line, Kind, ActedOn) = (line, leaf.Kind, leaf.ActedOn);
        // The catalogue's own text for the label, not a copy for each of a million leaves.
        Commitments = [.. from rule in leaf.Kind.Committed
                          where leaf.Commitments.ContainsKey(rule.Name)
                          select new RecordedCommitment(rule.Name, leaf.Commitments[rule.Name])];
    }

    public long Line { get; }
    public ActKind Kind { get; }
    public ObjectId ActedOn { get; }
    public RecordedCommitment[] Commitments { get; }
}

internal sealed class RecordedCommitment(string label, Commitment commitment)
{
    public string Label { get; } = label;
    public Commitment Commitment { get; } = commitment;
    public CommitmentState State { get; set; }
}
