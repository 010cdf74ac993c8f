using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bungo.Forum.Ledger.Notes;

/// <summary>
/// The kinds of signature known here, by the byte that the key carries. 0x06 (ML-DSA-44 cosignatures) will join
/// them; until then lines of such keys are unknown signatures, which every reader passes over.
/// </summary>
public enum NoteAlgorithm
{
    /// <summary>The text of a note as it is: what a log signs its checkpoints with.</summary>
    Ed25519 = 0x01,

    /// <summary>A checkpoint together with a time: what a witness signs.</summary>
    CosignatureV1 = 0x04,
}

/// <summary>
/// A public key as people pass it on (a "vkey" of C2SP signed-note): name, key id and key in one line of text.
/// The id is drawn from all the rest, so a slip of the pen is noticed.
/// </summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    public const int PublicKeyBytes = 32;

    private const int IdDigits = 8;

    private readonly byte[] _publicKey;

    /// <exception cref="ArgumentException">A name outside its grammar, or a key that is not 32 bytes.</exception>
    public VerifierKey(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> publicKey)
    {
        if (!IsName(name)) throw new ArgumentException($"Not a key name: {name}", nameof(name));
        if (publicKey.Length != PublicKeyBytes) throw new ArgumentException($"A public key is exactly {PublicKeyBytes} bytes.", nameof(publicKey));
        (Name, Algorithm, _publicKey) = (name, algorithm, publicKey.ToArray());
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)algorithm, .. publicKey]));
    }

    public string Name { get; }
    public NoteAlgorithm Algorithm { get; }

    /// <summary>Tells keys of one name apart. Too short to identify a key against somebody who wants it to collide.</summary>
    public uint Id { get; }

    public ReadOnlySpan<byte> PublicKey => _publicKey;

    /// <exception cref="LedgerFormatException">Not a verifier key of a known algorithm.</exception>
    public static VerifierKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (name, id, material) = Split(text, LedgerFault.VerifierKeyForm);
        if (material.Length != 1 + PublicKeyBytes || !IsKnown(material[0]))
            throw LedgerFormatException.AtPath(IsKnown(material[0]) ? LedgerFault.VerifierKeyForm : LedgerFault.KeyAlgorithmUnknown, "vkey", text);
        var key = new VerifierKey(name, (NoteAlgorithm)material[0], material.AsSpan(1));
        return key.Id == id ? key : throw LedgerFormatException.AtPath(LedgerFault.KeyIdMismatch, "vkey", text);
    }

    public override string ToString() => Join(Name, Id, [(byte)Algorithm, .. _publicKey]);

    /// <summary>Names are free text without blanks and plus signs; by custom the address of what they stand for, without scheme.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && NormalizedText.IndexOfLoneSurrogate(name) < 0 && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c));

    public bool Equals(VerifierKey? other) =>
        other is not null && Name == other.Name && Algorithm == other.Algorithm && PublicKey.SequenceEqual(other.PublicKey);

    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    public override int GetHashCode() => HashCode.Combine(Name, Id);

    internal static string Join(string name, uint id, ReadOnlySpan<byte> material) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}+{id:x8}+{Convert.ToBase64String(material)}");

    internal static bool IsKnown(byte algorithm) => algorithm is (byte)NoteAlgorithm.Ed25519 or (byte)NoteAlgorithm.CosignatureV1;

    /// <summary>Name, id and the bytes behind them: the algorithm's and the key's.</summary>
    internal static (string Name, uint Id, byte[] Material) Split(string text, LedgerFault fault)
    {
        // Base64 may hold a plus sign, the two parts before it may not.
        var parts = text.Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]) || parts[1].Length != IdDigits || !parts[1].All(char.IsAsciiHexDigitLower)
            || !StandardBase64.TryRead(Encoding.UTF8.GetBytes(parts[2]), out var material) || material.Length == 0)
            throw LedgerFormatException.AtPath(fault, "vkey", text);
        return (parts[0], uint.Parse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), material);
    }
}
