using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Signatures;

namespace Bungo.Forum.Verifier.Log;

/// <summary>
/// Whose log it is, and whether it goes on from what was seen before: the checkpoint's signatures, the head that an
/// auditor kept from last time, and receipts that people hold. A log whose every hash is right but which is another
/// one than last year is found here and nowhere else.
/// </summary>
internal sealed class HeadCheck(Package package, Checkpoint checkpoint, TrustAnchors trust, Action<Finding> report)
{
    private static readonly BouncyVerifier Verifier = new();

    public PolicyCheck Signatures(SignedNote note)
    {
        var check = trust.Policy.Judge(note, checkpoint, Verifier);
        foreach (var key in check.Failed) report(new(Package.Checkpoint, null, VerifyFault.SignatureForged, Subject: key.ToString()));
        if (check.Logs.Count == 0) report(new(Package.Checkpoint, null, VerifyFault.CheckpointUnsigned, Subject: checkpoint.Origin));
        else if (check.Failed.Count == 0 && !trust.IsGood(check, checkpoint.Size))
            report(new(Package.Checkpoint, null, VerifyFault.KeyOutOfRange, Subject: check.Logs[0].ToString()));
        return check;
    }

    /// <summary>Whether the log goes on from the checkpoint that the auditor kept.</summary>
    /// <returns>The size that was kept.</returns>
    public long Continues(string file)
    {
        var (note, kept) = GivenFile.Read(file, SignedNote.Longest, Checkpoint.ParseSigned);
        if (kept.Origin != checkpoint.Origin || !trust.IsGood(trust.Policy.Judge(note, kept, Verifier), kept.Size)) report(new(file, null, VerifyFault.HeadUnsigned, Subject: kept.Origin));
        Continues(file, kept.Head);
        return kept.Size;
    }

    public ReceiptOutcome Receipt(string file)
    {
        var receipt = GivenFile.Read(file, SignedNote.Longest, Ledger.Proofs.Receipt.Parse);
        if (receipt.Extra is not { } extra) throw new PackageUnreadableException(Unreadable.FileMalformed, file);
        var content = GivenFile.Parse(file, _ => ReceiptContent.Parse(extra));
        var (leaf, id) = (content.Leaf, content.Leaf.Id.ToString());
        var check = receipt.Check(leaf.Hash(), trust.Policy, Verifier);
        if (!trust.IsGood(check.Signatures, check.Checkpoint.Size)) report(new(file, null, VerifyFault.ReceiptUnsigned, receipt.Index, id));
        if (check.Inclusion is not null) report(new(file, null, VerifyFault.ReceiptDisproved, receipt.Index, id));
        foreach (var opening in content.Openings.Where(o => !leaf.IsOpenedBy(o)))
            report(new(file, null, VerifyFault.ReceiptOpeningMismatch, receipt.Index, $"{id}/{opening.Label}"));
        // A signed checkpoint beyond the package: a copy may be older than the receipt, the log itself may not.
        var isBeyond = check.Checkpoint.Size > checkpoint.Size && trust.IsGood(check.Signatures, check.Checkpoint.Size);
        if (isBeyond && package is not SitePackage) throw new PackageUnreadableException(Unreadable.OlderThanReceipt, file);
        if (isBeyond) report(new(file, null, VerifyFault.LogShorter, receipt.Index, $"{check.Checkpoint.Size} > {checkpoint.Size}"));
        else if (check.Inclusion is null && check.Checkpoint.Size <= checkpoint.Size)
        {
            Continues(file, check.Checkpoint.Head);
            IsStillThere(file, receipt.Index, leaf);
        }

        return new(file, id, receipt.Index, check.Checkpoint.Size, check.Signatures.IsWitnessed);
    }

    /// <summary>Whether a head of this log from before is the beginning of what it is now.</summary>
    public void Continues(string file, TreeHead old)
    {
        if (old.Size > checkpoint.Size)
        {
            report(new(file, null, VerifyFault.LogShorter, Subject: $"{old.Size} > {checkpoint.Size}"));
            return;
        }

        try
        {
            var proof = new ProvingTree(checkpoint.Size, package).Consistency(old.Size);
            if (proof.Check(old.Root, checkpoint.Root) is not null) report(new(file, null, VerifyFault.LogForked, Subject: $"{old.Size}"));
        }
        catch (LedgerFormatException fault)
        {
            report(new(file, null, VerifyFault.Malformed, Malformed: fault));
        }
    }

    private void IsStillThere(string file, long index, Leaf leaf)
    {
        try
        {
            var proof = new ProvingTree(checkpoint.Size, package).Inclusion(index);
            var bundle = index / TilePath.FullWidth;
            var width = (int)Math.Min(TilePath.FullWidth, checkpoint.Size - (bundle * TilePath.FullWidth));
            var entry = package.Bundle(TilePath.Bundle(bundle, width))[(int)(index % TilePath.FullWidth)];
            if (proof.Check(leaf.Hash(), checkpoint.Root) is not null || !entry.Span.SequenceEqual(leaf.Bytes.Span))
                report(new(file, null, VerifyFault.ReceiptOfAnotherLog, index, leaf.Id.ToString()));
        }
        catch (LedgerFormatException fault)
        {
            report(new(file, null, VerifyFault.Malformed, Malformed: fault));
        }
    }
}
