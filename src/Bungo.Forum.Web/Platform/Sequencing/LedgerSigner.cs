using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Sequencing.Keys;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// The log's keys and their memory of what was signed last, in files of their own outside the database. Before it signs it
/// demands the proof that the new checkpoint begins with the last one, and it remembers the new one before it hands
/// the signature out: a restored backup or a changed entry therefore cannot be signed, whoever asks.
///
/// While it lives it has the folder to itself. The lock in the database does not do for that: after a failover there are
/// two databases, with a sequencer each, and one key. What was signed last is read anew each time all the same, for
/// there are file systems that keep no locks between machines.
///
/// A key is replaced in the open: <c>kunci.umum</c> in the log names the next one, from there on both sign, and after
/// <see cref="Overlap"/> the old one ends at the size signed last. The log decides when a key begins, this folder whether it
/// exists: an announced key that is not here was not announced by us, and is not let in.
/// </summary>
public sealed class LedgerSigner : IDisposable
{
    public const string Announcement = "kunci.umum";

    /// <summary>So long whoever knows only the old key can still follow the log.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(90);

    private readonly SignerFolder _folder;
    private readonly IDisposable _alone;
    private readonly string _origin;
    private LogKey _key;
    private LogKey? _next;
    private DateTimeOffset? _announced;

    private LedgerSigner(SignerFolder folder, IDisposable alone, string origin, LogKey key)
    {
        (_folder, _alone, _origin, _key) = (folder, alone, origin, key);
        Keys = folder.List ?? new([new(key.Key, 0, null)]);
    }

    /// <summary>The newest key.</summary>
    public VerifierKey Key => Keys.Keys[^1].Key;

    /// <summary>All keys that ever signed, and for which sizes each is good.</summary>
    public KeyList Keys { get; private set; }

    /// <summary>What was signed last; null when the record is gone, and then nothing is signed.</summary>
    public TreeHead? Last => _folder.Last?.Head;

    /// <param name="mayBegin">The log has no entry yet, so that a key may be made. A log with entries had one.</param>
    public static LedgerSigner Open(string ledgerFolder, string origin, bool mayBegin)
    {
        var folder = new SignerFolder(ledgerFolder);
        var alone = folder.Alone();
        try
        {
            return new(folder, alone, origin, Take(folder, origin, mayBegin));
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    /// <summary>Takes an announcement in the log to heart: from the size that it is in, its key signs too.</summary>
    /// <param name="record">Its number in the log.</param>
    /// <exception cref="LogFaultException">It names a key that is not here.</exception>
    public void Follow(long record, Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (leaf.Kind.Name != Announcement) return;
        Require(leaf);
        _announced = leaf.At;
        if (Keys.Keys.Any(k => k.Key.Equals(KeyIn(leaf)))) return;
        Keys = new([.. Keys.Keys, new(KeyIn(leaf), record + 1, null)]);
        _folder.Keep(Keys);
    }

    /// <summary>Refuses, before it is numbered, an announcement of a key that is not ours to announce.</summary>
    public void Require(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (leaf.Kind.Name != Announcement || Keys.Keys.Any(k => k.Key.Equals(KeyIn(leaf)))) return;
        _next ??= _folder.Next;
        if (_next?.Key.Equals(KeyIn(leaf)) != true || _next.Key.Name != _origin)
            throw new LogFaultException(LogTrouble.KeyMissing, $"The log announces {KeyIn(leaf)}, and {_folder.Path} has no such key.");
    }

    /// <summary>Signs the head, if the record allows.</summary>
    /// <exception cref="LogFaultException">It does not.</exception>
    public SignedNote Sign(TreeHead head, ITileReader tiles, DateTimeOffset now)
    {
        var next = new Checkpoint(_origin, head);
        var before = Last;
        var proof = before is { } last && last.Size < head.Size ? new ProvingTree(head.Size, tiles).Consistency(last.Size).Hashes : [];
        if (SigningRule.Judge(Key, before, next, proof) is { } refusal)
            throw LogFaultException.Of(refusal, $"asked for {head}, signed last {before?.ToString() ?? "unknown"}");
        if (before != head) _folder.Remember(next);
        if (before is { } signed) EndOverlap(signed.Size, now);
        return next.Sign(InUse());
    }

    public void Dispose()
    {
        _key.Dispose();
        _next?.Dispose();
        _alone.Dispose();
    }

    private static LogKey Take(SignerFolder folder, string origin, bool mayBegin)
    {
        if (folder.Key is not { } key)
            return mayBegin ? folder.Begin(origin) : throw new LogFaultException(LogTrouble.KeyMissing, $"The ledger has entries, and {folder.Path} has no key.");
        if (key.Key.Name == origin) return key;
        key.Dispose();
        throw new LogFaultException(LogTrouble.SignerRefuses, $"The key is for {key.Key.Name}, and the settings name {origin} (Ledger:Origin).");
    }

    // The list is written before the key is replaced: a crash between the two leaves an old key that the list has ended, and
    // which is replaced at the next signature.
    private void EndOverlap(long size, DateTimeOffset now)
    {
        var (older, newest) = (Keys.Keys.SkipLast(1).ToList(), Keys.Keys[^1]);
        if (older.Count == 0 || _key.Key.Equals(newest.Key)) return;
        if (older[^1].To is null)
        {
            if (_announced is not { } since || now - since < Overlap || size < newest.From) return;
            Keys = new([.. older.Select(k => k with { To = k.To ?? size }), newest]);
            _folder.Keep(Keys);
        }

        _next ??= _folder.Next;
        if (_next?.Key.Equals(newest.Key) != true) throw new LogFaultException(LogTrouble.KeyMissing, $"{_folder.Path} has not the key {newest.Key}.");
        _folder.Replace();
        _key.Dispose();
        (_key, _next) = (_next, null);
    }

    private List<ISigner> InUse()
    {
        var inUse = Keys.Keys.Where(k => k.To is null).Select(k => k.Key).ToList();
        if (inUse.Exists(k => !k.Equals(_key.Key))) _next ??= _folder.Next;
        return [.. inUse.Select(k => (k.Equals(_key.Key) ? _key : _next?.Key.Equals(k) == true ? _next : null)
            ?? throw new LogFaultException(LogTrouble.KeyMissing, $"{_folder.Path} has not the key {k}."))];
    }

    private static VerifierKey KeyIn(Leaf leaf) =>
        leaf.Clear.TryGet("kunci", out var value) && value is CanonicalText text ? VerifierKey.Parse(text.Value) : throw new InvalidOperationException("kunci");
}
