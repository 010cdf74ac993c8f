using System.Text;
using Bungo.Forum.Ledger.Notes;
using NSec.Cryptography;

namespace Bungo.Forum.Web.Platform.Sequencing.Keys;

/// <summary>A secret key of the log, in the server's library.</summary>
internal sealed class LogKey : ISigner, IDisposable
{
    private readonly Key _secret;

    private LogKey(Key secret, VerifierKey key) => (_secret, Key) = (secret, key);

    public VerifierKey Key { get; }

    /// <exception cref="Ledger.LedgerFormatException">Not a secret key. What it holds is not repeated.</exception>
    public static LogKey Restore(ReadOnlySpan<byte> text)
    {
        var parsed = SigningKey.Parse(Encoding.UTF8.GetString(text).TrimEnd('\n'));
        var secret = NSec.Cryptography.Key.Import(SignatureAlgorithm.Ed25519, parsed.Seed.Span, KeyBlobFormat.RawPrivateKey);
        return new(secret, parsed.PublicHalf(secret.PublicKey.Export(KeyBlobFormat.RawPublicKey)));
    }

    /// <summary>Draws a key and gives it with its text, which is the only time that the text exists outside its file.</summary>
    public static (LogKey Key, byte[] Text) Draw(string origin)
    {
        var secret = NSec.Cryptography.Key.Create(SignatureAlgorithm.Ed25519, new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        var key = new VerifierKey(origin, NoteAlgorithm.Ed25519, secret.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        var text = SigningKey.Of(key, secret.Export(KeyBlobFormat.RawPrivateKey)).ToText() + "\n";
        return (new(secret, key), Encoding.UTF8.GetBytes(text));
    }

    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_secret, message);

    public void Dispose() => _secret.Dispose();
}
