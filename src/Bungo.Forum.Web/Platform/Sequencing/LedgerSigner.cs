using System.Text;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Ledger.Proofs;
using NSec.Cryptography;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// The log's key and its memory of what it signed last, in two files of its own outside the database. Before it signs it
/// demands the proof that the new checkpoint begins with the last one, and it remembers the new one before it hands
/// the signature out: a restored backup or a changed entry therefore cannot be signed, whoever asks.
/// </summary>
public sealed class LedgerSigner : ISigner, IDisposable
{
    private const string KeyFile = "kunci.rahasia";
    private const string LastFile = "terakhir";

    private readonly Key _secret;
    private readonly string _folder;

    private LedgerSigner(string folder, Key secret, VerifierKey key) => (_folder, _secret, Key) = (folder, secret, key);

    public VerifierKey Key { get; }

    /// <summary>What was signed last; null when the record is gone, and then nothing is signed.</summary>
    public TreeHead? Last { get; private set; }

    /// <param name="mayBegin">The log has no entry yet, so that a key may be made. A log with entries had one.</param>
    public static LedgerSigner Open(string ledgerFolder, string origin, bool mayBegin)
    {
        var folder = Path.Combine(ledgerFolder, "penanda");
        if (DurableFile.Read(Path.Combine(folder, KeyFile)) is { } text) return Restore(folder, origin, Encoding.UTF8.GetString(text).TrimEnd('\n'));
        if (!mayBegin) throw new LogFaultException(LogTrouble.KeyMissing, $"The ledger has entries, and {folder} has no key.");
        return Create(folder, origin);
    }

    /// <summary>Signs the head, if the record allows.</summary>
    /// <exception cref="LogFaultException">It does not.</exception>
    public SignedNote Sign(TreeHead head, ITileReader tiles)
    {
        var next = new Checkpoint(Key.Name, head);
        var proof = Last is { } last && last.Size < head.Size ? new ProvingTree(head.Size, tiles).Consistency(last.Size).Hashes : [];
        if (SigningRule.Judge(Key, Last, next, proof) is { } refusal)
            throw LogFaultException.Of(refusal, $"asked for {head}, signed last {Last?.ToString() ?? "unknown"}");
        if (Last != head) DurableFile.Write(Path.Combine(_folder, LastFile), Encoding.UTF8.GetBytes(next.ToText()), secret: true);
        Last = head;
        return next.Sign(this);
    }

    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_secret, message);

    public void Dispose() => _secret.Dispose();

    private static LedgerSigner Restore(string folder, string origin, string text)
    {
        var parsed = SigningKey.Parse(text);
        var secret = NSec.Cryptography.Key.Import(SignatureAlgorithm.Ed25519, parsed.Seed.Span, KeyBlobFormat.RawPrivateKey);
        var key = parsed.PublicHalf(secret.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        if (key.Name != origin)
        {
            secret.Dispose();
            throw new LogFaultException(LogTrouble.SignerRefuses, $"The key is for {key.Name}, and the settings name {origin} (Ledger:Origin).");
        }

        var last = DurableFile.Read(Path.Combine(folder, LastFile)) is { } record ? Checkpoint.Parse(Encoding.UTF8.GetString(record)) : null;
        return new(folder, secret, key) { Last = last?.Head };
    }

    // The record is written first: a key that stands there has one, and a crash between the two leaves no key, so both are made anew.
    private static LedgerSigner Create(string folder, string origin)
    {
        var secret = NSec.Cryptography.Key.Create(SignatureAlgorithm.Ed25519, new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        var key = new VerifierKey(origin, NoteAlgorithm.Ed25519, secret.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        if (DurableFile.Read(Path.Combine(folder, LastFile)) is { } record && Checkpoint.Parse(Encoding.UTF8.GetString(record)).Size > 0)
            throw new LogFaultException(LogTrouble.KeyMissing, $"{folder} remembers what its key signed, and the key is gone.");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        DurableFile.Write(Path.Combine(folder, LastFile), Encoding.UTF8.GetBytes(new Checkpoint(origin, TreeHead.Empty).ToText()), secret: true);
        var text = SigningKey.Of(key, secret.Export(KeyBlobFormat.RawPrivateKey)).ToText() + "\n";
        DurableFile.Write(Path.Combine(folder, KeyFile), Encoding.UTF8.GetBytes(text), secret: true);
        return new(folder, secret, key) { Last = TreeHead.Empty };
    }
}
