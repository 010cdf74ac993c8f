using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// The ledger as files, at the paths under which everybody reads them. Only the sequencer writes here; all nodes serve
/// from here, so they share this folder or a proxy sends <c>/buku/v1</c> to the node that has it. The database is not
/// asked: what is public must not depend on what an administrator can change in a table.
/// </summary>
public sealed class LogFolder(IOptions<LedgerOptions> options, IOptions<RegionOptions> region) : ITileReader
{
    public const string Checkpoint = "checkpoint";
    public const string Policy = "kebijakan";
    public const string Keys = "kunci";

    private readonly string _root = Path.Combine(options.Value.FolderPath, "v1");

    public string Origin { get; } = options.Value.OriginFor(region.Value);

    public byte[]? Read(TilePath path) => DurableFile.Read(PathOf(path.ToString()));

    public byte[]? Read(string name) => DurableFile.Read(PathOf(name));

    public (SignedNote Note, Checkpoint Checkpoint)? Head() => Read(Checkpoint) is { } bytes ? Ledger.Notes.Checkpoint.ParseSigned(bytes) : null;

    public void Write(IEnumerable<TileFile> files)
    {
        foreach (var file in files) DurableFile.Write(PathOf(file.Path.ToString()), file.Bytes.Span);
    }

    public void WriteCheckpoint(byte[] note) => DurableFile.Write(PathOf(Checkpoint), note);

    public void WriteKeys(VerifierKey key)
    {
        var url = region.Value.PublicAddress + "/buku/v1/";
        WriteIfNew(Keys, new KeyList([new(key, 0, null)]).ToBytes());
        WriteIfNew(Policy, new TrustPolicy([new(key, url)], [], [], null).ToBytes());
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

    private void WriteIfNew(string name, byte[] bytes)
    {
        if (Read(name) is not { } had || !had.AsSpan().SequenceEqual(bytes)) DurableFile.Write(PathOf(name), bytes);
    }

    private string PathOf(string name) => Path.Combine(_root, name);
}
