using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Log;
using Bungo.Forum.Verifier.Packages;
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
        var tellHead = findings.In(Phase.Head);
        var signed = package.Require(Package.Checkpoint, SignedNote.Longest);
        var trust = TrustAnchors.Of(package, brought.Keys, brought.Policy, tellHead);
        SignedNote note;
        Checkpoint checkpoint;
        try
        {
            (note, checkpoint) = Checkpoint.ParseSigned(signed);
        }
        catch (LedgerFormatException malformed)
        {
            tellHead(new(Package.Checkpoint, null, VerifyFault.Malformed, Malformed: malformed));
            return CheckReport.WithoutHead(findings);
        }

        var signatures = new HeadCheck(package, checkpoint, trust, tellHead).Signatures(note);
        using var store = new ActStore();
        var acts = new ActsCheck(checkpoint.Size, store, findings.In(Phase.Log));
        new TreeCheck(package, checkpoint.Head, acts, findings.In(Phase.Log)).Run(done => progress(done, checkpoint.Size));
        new KeysCheck(package, checkpoint, trust, acts, findings.In(Phase.Keys)).Run(new HeadCheck(package, checkpoint, trust, findings.In(Phase.Keys)));
        var content = ContentCheck.Run(package, acts, findings);
        var heads = new HeadCheck(package, checkpoint, trust, findings.In(Phase.Witnesses));
        var witnessed = new WitnessCheck(package, checkpoint, trust, heads, findings.In(Phase.Witnesses)).Run(signatures, acts.Latest);
        heads = new HeadCheck(package, checkpoint, trust, findings.In(Phase.Receipts));
        return new(checkpoint, signatures, trust.AreBrought, findings)
        {
            KeptHead = signed,
            Acts = content.Acts,
            Witnessed = witnessed,
            Commitments = content.Commitments,
            Polls = content.Polls,
            Reports = content.Reports,
            KeptSize = brought.Head is { } head ? heads.Continues(head) : null,
            Receipts = [.. brought.Receipts.Select(heads.Receipt)],
        };
    }
}
