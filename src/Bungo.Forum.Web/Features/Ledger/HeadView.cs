using Bungo.Forum.Web.Platform.Sequencing;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>How far the ledger goes, as people read it; the same for everybody, on the page and when it moves.</summary>
public sealed record HeadView(LogNow Now)
{
    private const int GroupLength = 4;
    private const int Groups = 4;

    public long Size => Now.Checkpoint.Size;

    public string Root => Now.Checkpoint.Root.ToString();

    /// <summary>The beginning of the root, in groups that can be read out over a telephone.</summary>
    public string Fingerprint => string.Join(' ', Root.Chunk(GroupLength).Take(Groups).Select(g => new string(g)));

    public IReadOnlyList<(string Name, DateTimeOffset At)> Witnesses => [.. Now.Check.Witnesses.Select(w => (w.Key, w.Value)).OrderBy(w => w.Item2)];
}
