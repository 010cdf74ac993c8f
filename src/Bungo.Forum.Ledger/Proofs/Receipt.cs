using System.Globalization;
using System.Text;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;

namespace Bungo.Forum.Ledger.Proofs;

/// <summary>
/// What somebody keeps of an act (C2SP tlog-proof, <c>.tlog-proof</c>): its number in the log, the way up to the
/// root, and the signed checkpoint. With it nobody can later alter, move or drop the act unnoticed.
/// </summary>
/// <param name="Extra">Whatever helps to check; the proof does not cover it. Here the act itself (<see cref="ReceiptContent"/>).</param>
public sealed record Receipt(long Index, IReadOnlyList<TreeHash> Hashes, SignedNote Note, byte[]? Extra = null)
{
    public const string FileExtension = ".tlog-proof";
    public const string MediaType = "text/plain; charset=utf-8";

    private const string FirstLine = "c2sp.org/tlog-proof@v1";

    /// <exception cref="LedgerFormatException">Not a proof; the exception names the byte.</exception>
    public static Receipt Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SignedNote.Longest) throw LedgerFormatException.AtByte(LedgerFault.TooLong, SignedNote.Longest);
        var lines = new LineReader(bytes);
        lines.Expect(Encoding.ASCII.GetBytes(FirstLine));
        byte[]? extra = null;
        if (lines.Rest.StartsWith("extra "u8))
        {
            if (!StandardBase64.TryRead(lines.Behind("extra"u8), out extra)) throw lines.Fault(LedgerFault.LineForm);
        }

        var index = lines.Number(lines.Behind("index"u8));
        var hashes = lines.HashesToEmptyLine(InclusionProof.MostHashes);
        var (note, _) = Checkpoint.ParseSigned(lines.Rest, lines.RestOffset);
        return new(index, hashes, note, extra);
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        if (Extra is { } extra) text.Append("extra ").Append(Convert.ToBase64String(extra)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Hashes) text.Append(hash.ToBase64()).Append('\n');
        return text.Append('\n').Append(Note).ToString();
    }

    /// <summary>Whether a log that this policy trusts holds the entry, and who witnessed that it does.</summary>
    public ReceiptCheck Check(TreeHash leaf, TrustPolicy policy, ISignatureVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var checkpoint = Checkpoint.Parse(Note.Text);
        return new(
            checkpoint,
            new InclusionProof(Index, checkpoint.Size, Hashes).Check(leaf, checkpoint.Root),
            policy.Judge(Note, checkpoint, verifier));
    }
}

/// <param name="Inclusion">Null when the entry is in the tree of the checkpoint.</param>
public sealed record ReceiptCheck(Checkpoint Checkpoint, ProofFault? Inclusion, PolicyCheck Signatures)
{
    /// <summary>In a log that is trusted. Whether enough witnesses say so too is <see cref="PolicyCheck.IsWitnessed"/>.</summary>
    public bool IsRecorded => Inclusion is null && Signatures.IsSigned;
}
