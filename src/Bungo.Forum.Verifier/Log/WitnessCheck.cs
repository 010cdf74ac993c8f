using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Signatures;

namespace Bungo.Forum.Verifier.Log;

/// <summary>
/// Whether as many witnesses stand for the log as the policy asks. The newest checkpoint need not have them, for no act
/// waits for a witness; then an older one must (<c>disaksikan</c>), it must be the beginning of this log, and what came
/// after it must not be older than the time in which a witness is expected. The times are those in the log and in the
/// cosignatures, so that everybody who checks a package comes to the same verdict whenever they do.
/// </summary>
internal sealed class WitnessCheck(Package package, Checkpoint checkpoint, TrustAnchors trust, HeadCheck heads, Action<Finding> report)
{
    /// <summary>Between the last quorum and the latest act.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromHours(48);

    private static readonly BouncyVerifier Verifier = new();

    /// <param name="latest">Of the acts.</param>
    /// <returns>Null when the policy asks for no witness, or too few cosigned.</returns>
    public WitnessedHead? Run(PolicyCheck signatures, DateTimeOffset latest)
    {
        // Who cosigned what the log itself did not sign is no question.
        if (trust.Policy.Quorum is null || !signatures.IsSigned) return null;
        if (signatures.IsWitnessed) return new(checkpoint.Size, signatures.Witnesses.Values.Max());
        if (Older() is not { } witnessed)
        {
            report(new(Package.Checkpoint, null, VerifyFault.QuorumMissing, Subject: trust.Policy.Quorum));
            return null;
        }

        if (latest - witnessed.At > LongestGap) report(new(Package.Witnessed, null, VerifyFault.WitnessGap, Subject: $"{witnessed.Size}-{checkpoint.Size - 1}"));
        return witnessed;
    }

    private WitnessedHead? Older()
    {
        if (package.Read(Package.Witnessed, SignedNote.Longest) is not { } bytes) return null;
        try
        {
            var (note, older) = Checkpoint.ParseSigned(bytes);
            var check = trust.Policy.Judge(note, older, Verifier);
            if (older.Origin != checkpoint.Origin || !check.IsWitnessed || !trust.IsGood(check, older.Size)) return null;
            heads.Continues(Package.Witnessed, older.Head);
            return new(older.Size, check.Witnesses.Values.Max());
        }
        catch (LedgerFormatException malformed)
        {
            report(new(Package.Witnessed, null, VerifyFault.Malformed, Malformed: malformed));
            return null;
        }
    }
}
