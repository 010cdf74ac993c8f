using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Bungo.Forum.Ledger.Notes;

/// <summary>One line below a note: who says to have signed, and the bytes. Nothing of it is believed before it is checked.</summary>
/// <param name="Payload">What follows the key id; for a cosignature 8 bytes of time come before the signature.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Payload)
{
    internal const string Dash = "\u2014";

    private const int SignatureBytes = 64;
    private const int TimeBytes = sizeof(long);
    private const int IdBytes = sizeof(uint);

    /// <summary>Signs the text of a note with a key of a log.</summary>
    public static NoteSignature Sign(string text, ISigner signer)
    {
        Require(signer, NoteAlgorithm.Ed25519);
        return new(signer.Key.Name, signer.Key.Id, signer.Sign(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>
    /// Says, as a witness, that of all states of this log seen until <paramref name="at"/> this checkpoint is the
    /// newest and goes back on none.
    /// </summary>
    public static NoteSignature Cosign(Checkpoint checkpoint, ISigner signer, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        Require(signer, NoteAlgorithm.CosignatureV1);
        var payload = new byte[TimeBytes + SignatureBytes];
        BinaryPrimitives.WriteInt64BigEndian(payload, at.ToUnixTimeSeconds());
        signer.Sign(CosignedMessage(Encoding.UTF8.GetBytes(checkpoint.ToText()), at.ToUnixTimeSeconds())).CopyTo(payload, TimeBytes);
        return new(signer.Key.Name, signer.Key.Id, payload);
    }

    /// <summary>The line as it stands in the note, with its line feed.</summary>
    public string ToLine()
    {
        var bytes = new byte[IdBytes + Payload.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Payload.Span.CopyTo(bytes.AsSpan(IdBytes));
        return $"{Dash} {Name} {Convert.ToBase64String(bytes)}\n";
    }

    /// <summary>The signature lines that a witness answers with, to be added to the note that it was asked about.</summary>
    /// <exception cref="LedgerFormatException">Not such lines.</exception>
    public static IReadOnlyList<NoteSignature> ParseLines(ReadOnlySpan<byte> text)
    {
        if (SignedNote.IndexOfForbidden(text) is >= 0 and var at) throw LedgerFormatException.AtByte(LedgerFault.ControlCharacter, at);
        return ReadAll(new LineReader(text));
    }

    internal static List<NoteSignature> ReadAll(LineReader lines)
    {
        var signatures = new List<NoteSignature>();
        while (!lines.AtEnd)
        {
            if (signatures.Count == SignedNote.MostSignatures) throw lines.Fault(LedgerFault.SignaturesTooMany);
            signatures.Add(Read(ref lines));
        }

        return signatures;
    }

    internal bool IsBy(VerifierKey key) => KeyId == key.Id && Name == key.Name;

    /// <param name="at">For a cosignature, the time that is signed with it.</param>
    /// <returns>Whether this is a signature by the key over the text.</returns>
    internal bool Verify(ReadOnlySpan<byte> text, VerifierKey key, ISignatureVerifier verifier, out DateTimeOffset? at)
    {
        at = null;
        if (key.Algorithm == NoteAlgorithm.Ed25519) return Payload.Length == SignatureBytes && verifier.Verify(key.PublicKey, text, Payload.Span);
        if (Payload.Length != TimeBytes + SignatureBytes) return false;
        var seconds = BinaryPrimitives.ReadInt64BigEndian(Payload.Span);
        if (seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return false;
        at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return verifier.Verify(key.PublicKey, CosignedMessage(text, seconds), Payload.Span[TimeBytes..]);
    }

    private static byte[] CosignedMessage(ReadOnlySpan<byte> text, long seconds) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n")), .. text];

    private static NoteSignature Read(ref LineReader lines)
    {
        var parts = Encoding.UTF8.GetString(lines.Next()).Split(' ');
        if (parts.Length != 3 || parts[0] != Dash) throw lines.Fault(LedgerFault.SignatureForm);
        if (!VerifierKey.IsName(parts[1])) throw lines.Fault(LedgerFault.KeyNameForm, parts[1]);
        if (!StandardBase64.TryRead(Encoding.UTF8.GetBytes(parts[2]), out var bytes) || bytes.Length <= IdBytes) throw lines.Fault(LedgerFault.SignatureForm, parts[2]);
        return new(parts[1], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(IdBytes));
    }

    private static void Require(ISigner signer, NoteAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (signer.Key.Algorithm != algorithm) throw new ArgumentException($"The key {signer.Key.Name} is not for {algorithm}.", nameof(signer));
    }
}
