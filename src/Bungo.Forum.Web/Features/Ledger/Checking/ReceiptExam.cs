using System.Globalization;
using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;

namespace Bungo.Forum.Web.Features.Ledger.Checking;

/// <param name="Content">What the receipt is of; null where the file is none.</param>
public sealed record Examination(IReadOnlyList<CheckStep> Steps, Receipt? Receipt = null, ReceiptContent? Content = null)
{
    public bool IsSound => Steps.All(s => s.Verdict != CheckVerdict.Wrong);
}

/// <summary>
/// Examines a receipt step by step, as the browser does with code of its own (wwwroot-assets/ts/ledger/exam.ts), for
/// people whose browser cannot. Whoever lets the server check has asked the very one the receipt is to hold to its
/// word, and the page says so.
/// </summary>
public static class ReceiptExam
{
    private static readonly byte[] Beginning = Encoding.ASCII.GetBytes("c2sp.org/tlog-proof@v1\n");

    /// <summary>The text of a file as people paste it: line ends of any system, and perhaps without the last one.</summary>
    public static byte[] Pasted(string words)
    {
        var lines = words.ReplaceLineEndings("\n").Trim();
        return lines.Length == 0 ? [] : Encoding.UTF8.GetBytes(lines + "\n");
    }

    public static Examination Run(byte[] file, LogNow log)
    {
        Receipt receipt;
        ReceiptContent content;
        try
        {
            if (FaultOfWhole(file) is { } whole) return new([whole]);
            receipt = Receipt.Parse(file);
            if (receipt.Extra is null) return new([CheckStep.Wrong("berkas", "tanpa-isi")]);
        }
        catch (LedgerFormatException malformed)
        {
            return new([CheckStep.Wrong("berkas", FaultOf(malformed), line: LineOf(file, malformed.Offset ?? 0))]);
        }

        try
        {
            content = ReceiptContent.Parse(receipt.Extra);
        }
        catch (LedgerFormatException)
        {
            return new([CheckStep.Wrong("berkas", "isi-rusak")]);
        }

        var hash = content.Leaf.Hash();
        List<CheckStep> steps = [CheckStep.Ok("berkas"), CheckStep.Ok("catatan", hash.ToString()), PathOf(receipt, hash), .. SignaturesOf(receipt.Note, log)];
        steps.AddRange(content.Openings.Select(o => content.Leaf.IsOpenedBy(o) ? CheckStep.Ok("buka", o.Label) : CheckStep.Wrong("buka", "isi-lain", o.Label)));
        if (content.Openings.Count == 0) steps.Add(CheckStep.Open("buka", "tanpa-tulisan"));
        return new(steps, receipt, content);
    }

    private static CheckStep? FaultOfWhole(byte[] file)
    {
        if (file.Length == 0) return CheckStep.Wrong("berkas", "kosong");
        if (file.Length > SignedNote.Longest) return CheckStep.Wrong("berkas", "terlalu-besar");
        if (file.AsSpan().StartsWith(Beginning)) return null;
        return Beginning.AsSpan().StartsWith(file) ? CheckStep.Wrong("berkas", "terpotong", line: 1) : CheckStep.Wrong("berkas", "bukan-tanda-terima");
    }

    private static string FaultOf(LedgerFormatException malformed) => malformed.Fault switch
    {
        LedgerFault.UnexpectedEnd or LedgerFault.SignaturesMissing => "terpotong",
        LedgerFault.NotUtf8 or LedgerFault.ControlCharacter => "bukan-teks",
        _ => "baris",
    };

    private static int LineOf(byte[] file, int at) => 1 + file.AsSpan(0, Math.Min(at, file.Length)).Count((byte)'\n');

    private static CheckStep PathOf(Receipt receipt, TreeHash hash)
    {
        var head = Checkpoint.Parse(receipt.Note.Text).Head;
        return new InclusionProof(receipt.Index, head.Size, receipt.Hashes).Check(hash, head.Root) switch
        {
            null => CheckStep.Ok("jalur", head.Root.ToBase64()),
            ProofFault.IndexOutside => CheckStep.Wrong("jalur", "nomor-di-luar"),
            ProofFault.TooShort => CheckStep.Wrong("jalur", "terlalu-pendek"),
            ProofFault.TooLong => CheckStep.Wrong("jalur", "terlalu-panjang"),
            _ => CheckStep.Wrong("jalur", "akar-beda"),
        };
    }

    private static IEnumerable<CheckStep> SignaturesOf(SignedNote note, LogNow log)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        var origin = log.Checkpoint.Origin;
        if (checkpoint.Origin != origin) return [CheckStep.Wrong("asal", "buku-lain", checkpoint.Origin)];
        var verifier = new NSecVerifier();
        var byLog = note.Verify(log.Keys.Keys.Where(k => k.Key.Name == origin && k.Covers(checkpoint.Size)).Select(k => k.Key), verifier);
        var byWitnesses = note.Verify(log.Policy.Witnesses.Select(w => w.Key), verifier);
        return [CheckStep.Ok("asal", origin), LogStep(byLog), .. WitnessSteps(byWitnesses)];
    }

    private static CheckStep LogStep(NoteCheck check) => check switch
    {
        { Failed.Count: > 0 } => CheckStep.Wrong("tanda-tangan", "palsu"),
        { SignedBy: [var signed, ..] } => CheckStep.Ok("tanda-tangan", signed.Key.Id.ToString("x8", CultureInfo.InvariantCulture)),
        _ => CheckStep.Wrong("tanda-tangan", "tidak-ditandatangani"),
    };

    private static List<CheckStep> WitnessSteps(NoteCheck check)
    {
        var steps = check.SignedBy.Select(s => CheckStep.Ok("saksi", s.Key.Name)).Concat(check.Failed.Select(k => CheckStep.Wrong("saksi", "palsu", k.Name))).ToList();
        return steps.Count > 0 ? steps : [CheckStep.Open("saksi", "belum")];
    }
}
