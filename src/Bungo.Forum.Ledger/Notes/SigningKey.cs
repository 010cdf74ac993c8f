namespace Bungo.Forum.Ledger.Notes;

/// <summary>
/// The secret half as text, in the form of Go's note package (<c>PRIVATE+KEY+name+id+seed</c>), so that a key can be
/// made or checked with either. What draws the public key from the seed lies outside this library.
/// </summary>
/// <param name="Seed">32 bytes from which RFC 8032 makes both halves.</param>
public sealed record SigningKey(string Name, uint Id, NoteAlgorithm Algorithm, ReadOnlyMemory<byte> Seed)
{
    public const int SeedBytes = 32;

    private const string Prefix = "PRIVATE+KEY+";

    public static SigningKey Of(VerifierKey key, ReadOnlyMemory<byte> seed)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (seed.Length != SeedBytes) throw new ArgumentException($"A seed is exactly {SeedBytes} bytes.", nameof(seed));
        return new(key.Name, key.Id, key.Algorithm, seed);
    }

    /// <exception cref="LedgerFormatException">Not such a text. The secret is not repeated in the exception.</exception>
    public static SigningKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) throw LedgerFormatException.AtPath(LedgerFault.LineForm, "skey");
        try
        {
            var (name, id, material) = VerifierKey.Split(text[Prefix.Length..], LedgerFault.LineForm);
            if (material.Length == 1 + SeedBytes && VerifierKey.IsKnown(material[0])) return new(name, id, (NoteAlgorithm)material[0], material.AsMemory(1));
        }
        catch (LedgerFormatException)
        {
            // Told below, without the text.
        }

        throw LedgerFormatException.AtPath(LedgerFault.LineForm, "skey");
    }

    /// <exception cref="LedgerFormatException">The public key is not the one whose id stands in the text.</exception>
    public VerifierKey PublicHalf(ReadOnlySpan<byte> publicKey)
    {
        var key = new VerifierKey(Name, Algorithm, publicKey);
        return key.Id == Id ? key : throw LedgerFormatException.AtPath(LedgerFault.KeyIdMismatch, "skey");
    }

    public string ToText() => Prefix + VerifierKey.Join(Name, Id, [(byte)Algorithm, .. Seed.Span]);

    /// <summary>Without the secret: this is what ends up in logs by accident.</summary>
    public override string ToString() => Name;
}
