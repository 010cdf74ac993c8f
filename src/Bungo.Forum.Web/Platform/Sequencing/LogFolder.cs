using System.Globalization;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// The ledger as files, at the paths under which everybody reads them. Only the sequencer writes here; all nodes serve
/// from here, so they share this folder or a proxy sends <c>/buku/v1</c> to the node that has it. The database is not
/// asked: what is public must not depend on what an administrator can change in a table.
/// </summary>
public sealed class LogFolder : ITileReader
{
    public const string Checkpoint = "checkpoint";
    public const string WitnessedFile = "disaksikan";
    public const string Policy = "kebijakan";
    public const string Keys = "kunci";

    /// <summary>What the operator writes: the witnesses and the quorum, in lines of a tlog-policy without the log's own.</summary>
    public const string WantedFile = "saksi";

    private readonly string _folder;
    private readonly string _root;
    private readonly string _url;

    public LogFolder(IOptions<LedgerOptions> options, IOptions<RegionOptions> region)
    {
        _folder = options.Value.FolderPath;
        _root = Path.Combine(_folder, "v1");
        _url = region.Value.PublicAddress + "/buku/v1/";
        Origin = options.Value.OriginFor(region.Value);
        Cosignatures = new(this);
    }

    public string Origin { get; }

    public Cosignatures Cosignatures { get; }

    /// <summary>The witnesses as the operator names them; none while there is no such file.</summary>
    /// <exception cref="LogFaultException">The file is not one: better no start than a policy that nobody meant.</exception>
    public TrustPolicy Wanted
    {
        get
        {
            try
            {
                return DurableFile.Read(Path.Combine(_folder, WantedFile)) is { } bytes ? TrustPolicy.Parse(bytes) : new([], [], [], null);
            }
            catch (LedgerFormatException malformed)
            {
                throw new LogFaultException(LogTrouble.PolicyUnreadable, $"{Path.Combine(_folder, WantedFile)}: {malformed.Message}", malformed);
            }
        }
    }

    /// <summary>The policy as everybody reads it.</summary>
    public TrustPolicy Published => Read(Policy) is { } bytes ? TrustPolicy.Parse(bytes) : new([], [], [], null);

    public byte[]? Read(TilePath path) => DurableFile.Read(PathOf(path.ToString()));

    /// <summary>A public file that is no tile. The checkpoint comes with the lines of those who cosigned just it.</summary>
    public byte[]? Read(string name)
    {
        if (name != Checkpoint || DurableFile.Read(PathOf(name)) is not { } bytes) return DurableFile.Read(PathOf(name));
        return Cosignatures.Onto(SignedNote.Parse(bytes)).ToBytes();
    }

    public (SignedNote Note, Checkpoint Checkpoint)? Head() => Parsed(Checkpoint);

    /// <summary>By the clock of the disk: when the checkpoint was written last.</summary>
    public DateTimeOffset? HeadWrittenAt => File.Exists(PathOf(Checkpoint)) ? File.GetLastWriteTimeUtc(PathOf(Checkpoint)) : null;

    /// <summary>The newest checkpoint that as many witnesses cosigned as the policy asks for.</summary>
    public (SignedNote Note, Checkpoint Checkpoint)? Witnessed() => Parsed(WitnessedFile);

    /// <summary>The checkpoint to prove an entry by: the newest witnessed one that holds it, else the newest.</summary>
    public (SignedNote Note, Checkpoint Checkpoint)? HeadOver(long index) => Witnessed() is var (note, checkpoint) && checkpoint.Size > index ? (note, checkpoint) : Head();

    public void Write(IEnumerable<TileFile> files)
    {
        foreach (var file in files) DurableFile.Write(PathOf(file.Path.ToString()), file.Bytes.Span);
    }

    public void WriteCheckpoint(byte[] note) => DurableFile.Write(PathOf(Checkpoint), note);

    public void WriteWitnessed(byte[] note) => DurableFile.Write(PathOf(WitnessedFile), note);

    /// <summary>A checkpoint that an act names as a document: what two keys signed when one followed the other.</summary>
    public void WriteStatement(long size, byte[] note) => DurableFile.Write(PathOf(Statement(size)), note);

    /// <summary>The last checkpoint of the log before this one.</summary>
    public void WritePredecessor(byte[] note) => DurableFile.Write(PathOf("kepala/sebelum"), note);

    public IEnumerable<string> Statements() =>
        Directory.Exists(PathOf("kepala")) ? Directory.EnumerateFiles(PathOf("kepala")).Select(f => "kepala/" + Path.GetFileName(f)).Where(f => !Path.HasExtension(f)) : [];

    public static string Statement(long size) => string.Create(CultureInfo.InvariantCulture, $"kepala/{size}");

    /// <summary>All keys with their ranges, and whom to believe from now on.</summary>
    public void WriteKeys(KeyList keys)
    {
        WriteIfNew(Keys, keys.ToBytes());
        var inUse = keys.Keys.Where(k => k.To is null).Select(k => new TrustedLog(k.Key, _url)).ToList();
        WriteIfNew(Policy, (Wanted with { Logs = inUse }).ToBytes());
    }

    /// <summary>Partial files whose full one is there are not needed by anybody any more; readers know to take the full one.</summary>
    public void DropPartials(IEnumerable<TileFile> files)
    {
        foreach (var file in files.Where(f => f.Path.IsFull))
        {
            var partials = PathOf(file.Path.ToString()) + ".p";
            if (Directory.Exists(partials)) Directory.Delete(partials, recursive: true);
        }
    }

    internal string CosignaturePath(string key) => Path.Combine(_folder, "kosignatur", key);

    private (SignedNote Note, Checkpoint Checkpoint)? Parsed(string name) => Read(name) is { } bytes ? Ledger.Notes.Checkpoint.ParseSigned(bytes) : null;

    private void WriteIfNew(string name, byte[] bytes)
    {
        if (DurableFile.Read(PathOf(name)) is not { } had || !had.AsSpan().SequenceEqual(bytes)) DurableFile.Write(PathOf(name), bytes);
    }

    private string PathOf(string name) => Path.Combine(_root, name);
}
