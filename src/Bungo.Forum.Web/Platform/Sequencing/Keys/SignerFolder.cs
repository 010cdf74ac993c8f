using System.Text;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;

namespace Bungo.Forum.Web.Platform.Sequencing.Keys;

/// <summary>
/// The signer's own files, outside database and public folder: the key, the one that will follow it, all keys with their
/// ranges, and what was signed last. A key stands there only after the record that it needs.
/// </summary>
internal sealed class SignerFolder(string ledgerFolder)
{
    private const string KeyFile = "kunci.rahasia";
    private const string NextFile = "kunci.berikut";
    private const string ListFile = "daftar";
    private const string LastFile = "terakhir";
    private const string LockFile = "sedang-dipakai";

    public string Path { get; } = System.IO.Path.Combine(ledgerFolder, "penanda");

    public LogKey? Key => Restored(KeyFile);

    /// <summary>The key that was drawn to follow; it signs once the log has announced it.</summary>
    public LogKey? Next => Restored(NextFile);

    public KeyList? List => Read(ListFile) is { } bytes ? KeyList.Parse(bytes) : null;

    public Checkpoint? Last => Read(LastFile) is { } bytes ? Checkpoint.Parse(Encoding.UTF8.GetString(bytes)) : null;

    /// <summary>
    /// Until it is disposed no other process signs with these keys. Only signers ask for it: the next key is drawn beside them.
    /// </summary>
    /// <exception cref="LogFaultException">Somebody else has it. The system lets go of it when that process ends, however it ends.</exception>
    public IDisposable Alone()
    {
        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            return new FileStream(PathOf(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new LogFaultException(LogTrouble.SignerElsewhere, $"{Path} is not free to sign from: {busy.Message}", busy);
        }
    }

    /// <summary>Draws the first key. A crash between the two leaves no key, so that both are made anew.</summary>
    public LogKey Begin(string origin)
    {
        if (Last is { Size: > 0 }) throw new LogFaultException(LogTrouble.KeyMissing, $"{Path} remembers what its key signed, and the key is gone.");
        Remember(new(origin, TreeHead.Empty));
        return Draw(KeyFile, origin);
    }

    /// <summary>Draws the key that shall follow, unless that was done already.</summary>
    public LogKey Prepare(string origin) => Next ?? Draw(NextFile, origin);

    public void Remember(Checkpoint checkpoint) => Write(LastFile, Encoding.UTF8.GetBytes(checkpoint.ToText()));

    public void Keep(KeyList list) => Write(ListFile, list.ToBytes());

    /// <summary>The next key takes the old one's place, and the old one is gone from this machine.</summary>
    public void Replace() => File.Move(PathOf(NextFile), PathOf(KeyFile), overwrite: true);

    private LogKey Draw(string file, string origin)
    {
        var (key, text) = LogKey.Draw(origin);
        Write(file, text);
        return key;
    }

    private LogKey? Restored(string file) => Read(file) is { } text ? LogKey.Restore(text) : null;

    private byte[]? Read(string file) => DurableFile.Read(PathOf(file));

    private void Write(string file, byte[] bytes) => DurableFile.Write(PathOf(file), bytes, secret: true);

    private string PathOf(string file) => System.IO.Path.Combine(Path, file);
}
