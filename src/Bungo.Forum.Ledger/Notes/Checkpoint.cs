using System.Globalization;
using System.Text;
using Bungo.Forum.Ledger.Merkle;

namespace Bungo.Forum.Ledger.Notes;

/// <summary>
/// What a log signs: which log, how long, and the hash over all of it (C2SP tlog-checkpoint). Three lines and no
/// fourth: extension lines are not covered by the tree, so nobody could check them.
/// </summary>
/// <param name="Origin">The log's identity; its key carries the same name.</param>
public sealed record Checkpoint(string Origin, TreeHead Head)
{
    public long Size => Head.Size;
    public TreeHash Root => Head.Root;

    /// <exception cref="LedgerFormatException">Not these three lines.</exception>
    public static Checkpoint Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), 0);

    /// <summary>The note and the checkpoint in it. Whether the signatures hold is the caller's to ask.</summary>
    /// <exception cref="LedgerFormatException">Not a signed note with a checkpoint in it.</exception>
    public static (SignedNote Note, Checkpoint Checkpoint) ParseSigned(ReadOnlySpan<byte> bytes) => ParseSigned(bytes, 0);

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root.ToBase64()}\n");

    public SignedNote Sign(params IReadOnlyList<ISigner> signers) => SignedNote.Of(ToText(), [.. signers.Select(s => NoteSignature.Sign(ToText(), s))]);

    internal static (SignedNote Note, Checkpoint Checkpoint) ParseSigned(ReadOnlySpan<byte> bytes, int before)
    {
        var note = SignedNote.Parse(bytes, before);
        return (note, Parse(Encoding.UTF8.GetBytes(note.Text), before));
    }

    private static Checkpoint Parse(ReadOnlySpan<byte> text, int before)
    {
        var lines = new LineReader(text, before);
        var origin = Encoding.UTF8.GetString(lines.Next());
        if (!VerifierKey.IsName(origin)) throw lines.Fault(LedgerFault.KeyNameForm, origin);
        var size = lines.Number(lines.Next());
        var root = lines.Hash(lines.Next());
        if (size == 0 && root != TreeHash.OfNothing) throw lines.Fault(LedgerFault.HashForm);
        if (lines.AtEnd) return new(origin, new(size, root));
        lines.Next();
        throw lines.Fault(LedgerFault.ExtensionLine);
    }
}
