using System.Security.Cryptography;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Signatures;

namespace Bungo.Forum.Verifier.Log;

/// <summary>
/// The log's keys against the log itself: it begins with its first key, each other key was announced in an act before it
/// signed, and the key it followed signed that announcement too. Then a list of keys beside the log cannot name one that
/// those who read the log never saw. And a log that was closed holds nothing behind its end.
/// </summary>
internal sealed class KeysCheck(Package package, Checkpoint checkpoint, TrustAnchors trust, ActsCheck acts, Action<Finding> report)
{
    private static readonly BouncyVerifier Verifier = new();

    public void Run(HeadCheck heads)
    {
        var log = acts.LogActs;
        foreach (var opening in log.Openings.Where(o => o.Record != 0)) Report(opening.Record, VerifyFault.OpeningMisplaced, opening.Key);
        if (log.Openings is [{ Record: 0, Statement: { } last } successor, ..]) CheckPredecessor(successor, last);
        if (log.Closed is { } end && end < checkpoint.Size - 1) report(new(acts.FileOf(end + 1), end + 1, VerifyFault.ActBehindClosing, end));
        foreach (var announced in log.Keys) CheckStatement(announced, heads);
        if (trust.Ranges is not { } ranges) return;
        if (log.Openings is [{ Record: 0, Key: { } first }, ..] && !ranges.Keys[0].Key.Equals(first)) report(new(Package.Keys, null, VerifyFault.KeyUnannounced, 0, ranges.Keys[0].Key.ToString()));
        // A key may begin later than it was announced, never earlier.
        foreach (var range in ranges.Keys.Skip(1).Where(r => !log.Keys.Exists(k => k.Key.Equals(r.Key) && k.Record < r.From)))
            report(new(Package.Keys, null, VerifyFault.KeyUnannounced, Subject: range.Key.ToString()));
    }

    // Its signatures are another log's; that the bytes are those named here lets the two be held against each other.
    private void CheckPredecessor(AnnouncedKey opening, DocumentDigest digest)
    {
        try
        {
            if (package.Read(Package.Predecessor, SignedNote.Longest) is not { } bytes || Convert.ToHexStringLower(SHA256.HashData(bytes)) != digest.Sha256
                || Checkpoint.ParseSigned(bytes).Checkpoint.Head != opening.At) Report(0, VerifyFault.PredecessorDiffers, opening.Key);
        }
        catch (LedgerFormatException malformed)
        {
            report(new(Package.Predecessor, null, VerifyFault.Malformed, Malformed: malformed));
        }
    }

    private void CheckStatement(AnnouncedKey announced, HeadCheck heads)
    {
        if (announced.At is not { } head || announced.Statement is not { } digest)
        {
            Report(announced.Record, VerifyFault.KeyStatement, announced.Key);
            return;
        }

        var file = Package.Statement(head.Size);
        try
        {
            if (package.Read(file, SignedNote.Longest) is { } bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == digest.Sha256
                && Checkpoint.ParseSigned(bytes) is var (note, stated) && stated == new Checkpoint(checkpoint.Origin, head) && AreBothUnder(note, head.Size, announced.Key))
                heads.Continues(file, head);
            else Report(announced.Record, VerifyFault.KeyStatement, announced.Key);
        }
        catch (LedgerFormatException malformed)
        {
            report(new(file, null, VerifyFault.Malformed, Malformed: malformed));
        }
    }

    private bool AreBothUnder(SignedNote note, long size, VerifierKey next)
    {
        var older = trust.Ranges?.Keys.Where(k => !k.Key.Equals(next) && k.Covers(size)).Select(k => k.Key) ?? trust.Policy.Logs.Select(l => l.Key).Where(k => !k.Equals(next));
        var check = note.Verify([next, .. older], Verifier);
        return check.Failed.Count == 0 && check.SignedBy.Any(s => s.Key.Equals(next)) && check.SignedBy.Any(s => !s.Key.Equals(next));
    }

    private void Report(long record, VerifyFault fault, VerifierKey key) => report(new(acts.FileOf(record), record, fault, Subject: key.ToString()));
}
