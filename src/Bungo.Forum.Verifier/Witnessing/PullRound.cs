using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Witnessing;

/// <param name="Reason">A code when nothing was cosigned: an answer of the rule, or a fault that the full check found.</param>
/// <param name="Cosigned">The checkpoint with the log's signatures and this witness's.</param>
public sealed record PullOutcome(Checkpoint? Checkpoint, SignedNote? Cosigned, string? Reason);

/// <summary>
/// The pull way, for whoever has no server in the open: fetches the checkpoint, proves from the log's own files that it
/// goes on from the one cosigned last, and puts that as the same request to the same judge as the push way.
/// </summary>
public sealed class PullRound(WitnessFolder folder, TimeProvider clock)
{
    /// <summary>What says nothing against the log: it is for want of exactly this round that they can be found.</summary>
    private static readonly VerifyFault[] ForWantOfWitnesses = [VerifyFault.QuorumMissing, VerifyFault.WitnessGap];

    /// <param name="full">Checks every record of the log before its head is cosigned, as <c>verify</c> does.</param>
    /// <exception cref="PackageUnreadableException">The log cannot be reached or read, which is no fault of its content.</exception>
    public PullOutcome Run(string origin, Package package, bool full)
    {
        ArgumentNullException.ThrowIfNull(package);
        var known = folder.Find(origin) ?? throw new WitnessFolderException(origin);
        try
        {
            var (note, checkpoint) = Checkpoint.ParseSigned(package.Require(Package.Checkpoint, SignedNote.Longest));
            if (checkpoint.Origin != origin) return new(checkpoint, null, nameof(WitnessAnswer.UnknownLog));
            if (checkpoint.Size < known.Last.Size) return new(checkpoint, null, nameof(VerifyFault.LogShorter));
            if (full && FirstFault(package, known) is { } fault) return new(checkpoint, null, fault);
            var request = new AddCheckpoint(known.Last.Size, ProofOf(package, known.Last, checkpoint), note, checkpoint);
            var (decision, cosignature) = new Cosigner(folder, clock).Ask(request.ToBytes());
            return decision.MayCosign
                ? new(checkpoint, note.With([cosignature!]), null)
                : new(checkpoint, null, decision.Malformed?.Fault.ToString() ?? decision.Answer.ToString());
        }
        catch (LedgerFormatException malformed)
        {
            return new(null, null, malformed.Fault.ToString());
        }
    }

    private static IReadOnlyList<TreeHash> ProofOf(Package package, TreeHead last, Checkpoint next) =>
        last.Size == 0 || last.Size == next.Size ? [] : new ProvingTree(next.Size, package).Consistency(last.Size).Hashes;

    private static string? FirstFault(Package package, WitnessedLog known)
    {
        var report = PackageCheck.Run(package, Brought.Nothing with { Keys = [.. known.Keys.Select(k => k.ToString())] }, (_, _) => { });
        return report.Findings.Told.FirstOrDefault(f => !ForWantOfWitnesses.Contains(f.Fault)) is { } found
            ? found.Malformed?.Fault.ToString() ?? found.Fault.ToString()
            : null;
    }
}
