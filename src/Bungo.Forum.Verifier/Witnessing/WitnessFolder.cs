using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Signatures;

namespace Bungo.Forum.Verifier.Witnessing;

/// <summary>The witness's folder is not one, or its memory of a log is gone. It then cosigns nothing.</summary>
public sealed class WitnessFolderException(string what, Exception? cause = null) : Exception(what, cause);

/// <summary>
/// All that a witness is: its key, the logs it watches with their keys (<c>buku</c>, lines of a tlog-policy), and of each
/// log the last checkpoint that it cosigned. That memory is what a witness is for. It is begun with the log and never
/// assumed: a record that is missing later was lost, and whoever lost it could be shown another log.
///
/// One of all processes looks and writes at a time, so that two requests cannot both start from one old head and be
/// given cosignatures on two different logs (C2SP tlog-witness names that race).
/// </summary>
public sealed class WitnessFolder
{
    private const string KeyFile = "kunci.rahasia";
    private const string LogsFile = "buku";
    private const string LockFile = "sedang-dipakai";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _folder;

    private WitnessFolder(string folder, BouncySigner signer) => (_folder, Signer) = (folder, signer);

    public BouncySigner Signer { get; }

    public IReadOnlyList<TrustedLog> Logs => Read(PathOf(LogsFile), bytes => TrustPolicy.Parse(bytes)).Logs;

    /// <exception cref="WitnessFolderException">There is a key already.</exception>
    public static WitnessFolder Create(string folder, string name)
    {
        if (File.Exists(Path.Combine(folder, KeyFile))) throw new WitnessFolderException($"{folder}: {KeyFile}");
        var secret = BouncySigner.Draw(name, NoteAlgorithm.CosignatureV1);
        var made = new WitnessFolder(folder, new(secret));
        AtomicFile.Write(made.PathOf(LogsFile), new TrustPolicy([], [], [], null).ToBytes());
        AtomicFile.Write(made.PathOf(KeyFile), Encoding.UTF8.GetBytes(secret.ToText() + "\n"), secret: true);
        return made;
    }

    /// <exception cref="WitnessFolderException">It has no key, or something in it is not what it should be.</exception>
    public static WitnessFolder Open(string folder) =>
        new(folder, Read(Path.Combine(folder, KeyFile), bytes => new BouncySigner(SigningKey.Parse(Encoding.UTF8.GetString(bytes).TrimEnd('\n', '\r')))));

    /// <summary>Watches a log, or trusts another key of one that it watches already.</summary>
    public void Add(VerifierKey key, string? url)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var alone = Alone();
        var logs = Logs;
        if (logs.Any(l => l.Key.Equals(key))) throw new WitnessFolderException(key.ToString());
        if (!logs.Any(l => l.Key.Name == key.Name)) Keep(new(key.Name, TreeHead.Empty));
        // Written and read again, because the reader knows what a policy may hold.
        var text = new TrustPolicy([.. logs, new(key, url)], [], [], null).ToBytes();
        AtomicFile.Write(PathOf(LogsFile), TrustPolicy.Parse(text).ToBytes());
    }

    public WitnessedLog? Find(string origin)
    {
        var keys = Logs.Where(l => l.Key.Name == origin).Select(l => l.Key).ToList();
        if (keys.Count == 0) return null;
        return new(origin, keys, Read(LastOf(origin), bytes => Checkpoint.Parse(Encoding.UTF8.GetString(bytes))).Head);
    }

    /// <summary>Must be on the disk before the cosignature leaves the house.</summary>
    public void Keep(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        AtomicFile.Write(LastOf(checkpoint.Origin), Encoding.UTF8.GetBytes(checkpoint.ToText()));
    }

    /// <summary>The cosigned checkpoint, to be handed to the log by mail or on a stick where it cannot be sent.</summary>
    public string KeepCosigned(SignedNote note, string origin)
    {
        ArgumentNullException.ThrowIfNull(note);
        var path = PathOf(Path.Combine("kosignatur", Uri.EscapeDataString(origin)));
        AtomicFile.Write(path, note.ToBytes());
        return path;
    }

    /// <summary>Until it is disposed no other process, and no other request, looks or writes.</summary>
    public IDisposable Alone()
    {
        for (var begin = Environment.TickCount64; ; Thread.Sleep(20))
        {
            try
            {
                return new FileStream(PathOf(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy)
            {
                if (Environment.TickCount64 - begin > Patience.TotalMilliseconds) throw new WitnessFolderException(PathOf(LockFile), busy);
            }
        }
    }

    private string LastOf(string origin) => PathOf(Path.Combine("terakhir", Uri.EscapeDataString(origin)));

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static T Read<T>(string path, Func<byte[], T> parse)
    {
        try
        {
            return parse(File.ReadAllBytes(path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or LedgerFormatException)
        {
            throw new WitnessFolderException($"{path}: {cause.Message}", cause);
        }
    }
}
