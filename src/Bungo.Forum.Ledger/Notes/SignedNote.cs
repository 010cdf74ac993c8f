using System.Text;
using System.Text.Unicode;

namespace Bungo.Forum.Ledger.Notes;

/// <summary>
/// Text with signatures below it (C2SP signed-note). Lines by keys that the reader does not know are kept and
/// passed over: that is what lets witnesses sign and keys change without asking every reader. Until
/// <see cref="Verify"/> has found a trusted signature the text is a stranger's.
/// </summary>
public sealed class SignedNote
{
    public const int MostSignatures = 100;

    /// <summary>In bytes; a hundred post-quantum lines fit.</summary>
    public const int Longest = 1_000_000;

    private readonly byte[] _text;

    private SignedNote(byte[] text, IReadOnlyList<NoteSignature> signatures) =>
        (_text, Text, Signatures) = (text, Encoding.UTF8.GetString(text), signatures);

    /// <summary>What is signed, its last line feed included.</summary>
    public string Text { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <exception cref="ArgumentException">The text does not end in a line feed, or nobody signs it.</exception>
    public static SignedNote Of(string text, params IReadOnlyList<NoteSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signatures);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!text.EndsWith('\n') || IndexOfForbidden(bytes) >= 0) throw new ArgumentException("A note's text is lines, each ended by a line feed.", nameof(text));
        if (signatures.Count is 0 or > MostSignatures) throw new ArgumentException($"A note has 1 to {MostSignatures} signatures.", nameof(signatures));
        return new(bytes, signatures);
    }

    /// <exception cref="LedgerFormatException">Not a signed note; the exception names the byte.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes) => Parse(bytes, 0);

    /// <summary>The same note with these signatures too; those that it has already are not repeated.</summary>
    public SignedNote With(IEnumerable<NoteSignature> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var all = Signatures.ToList();
        all.AddRange(more.Where(one => !all.Exists(had => had.ToLine() == one.ToLine())));
        return Of(Text, all);
    }

    public SignedNote Without(Predicate<NoteSignature> unwanted) => Of(Text, [.. Signatures.Where(s => !unwanted(s))]);

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => s.ToLine()))}";

    /// <summary>Which of these keys signed, and which only seem to have.</summary>
    public NoteCheck Verify(IEnumerable<VerifierKey> keys, ISignatureVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var signed = new List<VerifiedSignature>();
        var failed = new List<VerifierKey>();
        foreach (var key in keys.Distinct())
        {
            var lines = Signatures.Where(s => s.IsBy(key)).ToList();
            DateTimeOffset? newest = null;
            // A line under a trusted key that does not verify is never harmless: every one of them counts.
            if (lines.Exists(line => !Check(line, key))) failed.Add(key);
            else if (lines.Count > 0) signed.Add(new(key, newest));

            bool Check(NoteSignature line, VerifierKey by)
            {
                var holds = line.Verify(_text, by, verifier, out var at);
                if (at > newest || newest is null) newest = at;
                return holds;
            }
        }

        return new(signed, failed);
    }

    internal static SignedNote Parse(ReadOnlySpan<byte> bytes, int before)
    {
        if (bytes.Length > Longest) throw LedgerFormatException.AtByte(LedgerFault.TooLong, before + Longest);
        if (!Utf8.IsValid(bytes)) throw LedgerFormatException.AtByte(LedgerFault.NotUtf8, before);
        if (IndexOfForbidden(bytes) is >= 0 and var at) throw LedgerFormatException.AtByte(LedgerFault.ControlCharacter, before + at);
        var text = bytes.LastIndexOf("\n\n"u8) + 1;
        if (text <= 0 || text + 1 == bytes.Length) throw LedgerFormatException.AtByte(LedgerFault.SignaturesMissing, before + bytes.Length);
        return new(bytes[..text].ToArray(), NoteSignature.ReadAll(new LineReader(bytes[(text + 1)..], before + text + 1)));
    }

    internal static int IndexOfForbidden(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] < ' ' && text[i] != '\n') return i;
        return -1;
    }
}

/// <param name="At">For a cosignature, the newest time it was given for.</param>
public sealed record VerifiedSignature(VerifierKey Key, DateTimeOffset? At);

/// <param name="SignedBy">Keys with a valid signature.</param>
/// <param name="Failed">Keys under whose name and id a line stands that they did not make.</param>
public sealed record NoteCheck(IReadOnlyList<VerifiedSignature> SignedBy, IReadOnlyList<VerifierKey> Failed)
{
    /// <summary>Somebody trusted signed, and nobody pretends to have.</summary>
    public bool IsTrusted => SignedBy.Count > 0 && Failed.Count == 0;
}
