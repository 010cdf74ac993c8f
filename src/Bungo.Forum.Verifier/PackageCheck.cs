using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Log;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Polls;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier;

/// <summary>What the person who checks brought along besides the package.</summary>
/// <param name="Keys">Keys of the log, as vkeys.</param>
/// <param name="Policy">A policy file.</param>
/// <param name="Head">The checkpoint kept from the last check.</param>
public sealed record Brought(IReadOnlyList<string> Keys, string? Policy, string? Head, IReadOnlyList<string> Receipts)
{
    public static readonly Brought Nothing = new([], null, null, []);
}

/// <summary>The whole check in its order: the checkpoint, the tree below it, the acts in it, the keys they announce, what opens them, the polls, the witnesses, the receipts.</summary>
public static class PackageCheck
{
    /// <param name="progress">Told how many records of how many are done.</param>
    /// <exception cref="PackageUnreadableException">Something without which nothing can be judged is missing or unreadable.</exception>
    public static CheckReport Run(Package package, Brought brought, Action<long, long> progress)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(brought);
        ArgumentNullException.ThrowIfNull(progress);
        var findings = new FindingList();
        var signed = package.Require(Package.Checkpoint, SignedNote.Longest);
        var trust = TrustAnchors.Of(package, brought.Keys, brought.Policy, findings.Add);
        SignedNote note;
        Checkpoint checkpoint;
        try
        {
            (note, checkpoint) = Checkpoint.ParseSigned(signed);
        }
        catch (LedgerFormatException malformed)
        {
            findings.Add(new(Package.Checkpoint, null, VerifyFault.Malformed, Malformed: malformed));
            return CheckReport.WithoutHead(findings);
        }

        var heads = new HeadCheck(package, checkpoint, trust, findings.Add);
        var signatures = heads.Signatures(note);
        var acts = new ActsCheck(checkpoint.Size, findings.Add);
        new TreeCheck(package, checkpoint.Head, acts, findings.Add).Run(done => progress(done, checkpoint.Size));

        new KeysCheck(package, checkpoint, trust, acts, findings.Add).Run(heads);

        CommitmentCounts? commitments = null;
        PollCounts? polls = null;
        if (package.IsCopy)
        {
            var openings = new OpeningsCheck(acts, findings.Add);
            openings.Read(package, Package.Openings);
            polls = new PollsCheck(acts, openings, findings.Add).Check(package);
            openings.ReadStates(package);
            commitments = openings.Judge();
        }

        var witnessed = new WitnessCheck(package, checkpoint, trust, heads, findings.Add).Run(signatures, acts.Latest);
        return new(checkpoint, signatures, trust.AreBrought, findings)
        {
            KeptHead = signed,
            Acts = acts.Table.Count,
            Witnessed = witnessed,
            Commitments = commitments,
            Polls = polls,
            KeptSize = brought.Head is { } head ? heads.Continues(head) : null,
            Receipts = [.. brought.Receipts.Select(heads.Receipt)],
        };
    }
}
