using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Tiles;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// Takes the log up again: reads every entry, makes every file anew in memory, and writes those that the folder lacks or
/// has otherwise. But first what the database gives must be its own head, and must begin with what was signed
/// last; else the files are right and the database is not, and nothing is written.
/// </summary>
internal sealed class LogReload(LogTables tables, LogFolder folder)
{
    public async Task<LogEdge> RunAsync(TreeHead head, TreeHead? signed, CancellationToken cancel)
    {
        var differing = new HashSet<TilePath>();
        var edge = await WalkAsync(head, signed, file => Compare(file, differing), cancel);
        if (edge.Head != head) throw new LogFaultException(LogTrouble.DatabaseInconsistent, $"The entries give {edge.Head}, and the head says {head}.");
        if (differing.Count > 0)
            await WalkAsync(head, null, file => { if (differing.Contains(file.Path)) folder.Write([file]); }, cancel);
        return edge;
    }

    private void Compare(TileFile file, HashSet<TilePath> differing)
    {
        if (folder.Read(file.Path) is not { } had || !had.AsSpan().SequenceEqual(file.Bytes.Span)) differing.Add(file.Path);
    }

    private async Task<LogEdge> WalkAsync(TreeHead head, TreeHead? signed, Action<TileFile> meet, CancellationToken cancel)
    {
        var (edge, wanted) = (LogEdge.Empty, new HashSet<TilePath>(TilePath.Of(head.Size).Where(p => !p.IsFull)));
        while (edge.Size < head.Size)
        {
            var end = Math.Min(edge.Size - (edge.Size % TilePath.FullWidth) + TilePath.FullWidth, head.Size);
            if (signed is { } last && last.Size > edge.Size && last.Size < end) end = last.Size;
            var batch = edge.Append(await tables.EntriesAsync(edge.Size, end, cancel));
            edge = batch.Edge;
            if (signed is { } then && then.Size == edge.Size && then.Root != edge.Head.Root)
                throw new LogFaultException(LogTrouble.SignerRefuses, $"The first {then.Size} entries are not those that were signed.");
            foreach (var file in batch.Files)
                if (file.Path.IsFull || wanted.Contains(file.Path)) meet(file);
        }

        return edge;
    }
}
