using System.Globalization;
using System.Text;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;

namespace Bungo.Forum.Ledger.Rules;

/// <summary>What a log sends to a witness: from which size, the proof from there, and the new checkpoint with its signatures.</summary>
public sealed record AddCheckpoint(long OldSize, IReadOnlyList<TreeHash> Proof, SignedNote Note, Checkpoint Checkpoint)
{
    /// <exception cref="LedgerFormatException">Not such a request; the exception names the byte.</exception>
    public static AddCheckpoint Parse(ReadOnlySpan<byte> body)
    {
        if (body.Length > SignedNote.Longest) throw LedgerFormatException.AtByte(LedgerFault.TooLong, SignedNote.Longest);
        var lines = new LineReader(body);
        var oldSize = lines.Number(lines.Behind("old"u8));
        var proof = lines.HashesToEmptyLine(InclusionProof.MostHashes);
        var (note, checkpoint) = Checkpoint.ParseSigned(lines.Rest, lines.RestOffset);
        return new(oldSize, proof, note, checkpoint);
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"old {OldSize}\n");
        foreach (var hash in Proof) text.Append(hash.ToBase64()).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append('\n').Append(Note).ToString());
    }
}
