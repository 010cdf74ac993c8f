using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Export;

/// <summary>
/// An export on disk (section 7 of the ledger's FORMAT.md) and the walk through it: first the acts in their
/// order, then the openings against them. All reading of files is here; what is checked stands in
/// <see cref="ActsCheck"/> and <see cref="OpeningsCheck"/>.
/// </summary>
public sealed class ExportFolder(string path)
{
    public const string ActsFile = "acts.jsonl";
    public const string OpeningsFile = "openings.jsonl";

    // In bytes; above any post with its salt, and small enough to hold in memory.
    private const int LongestOpening = 1 << 20;

    /// <exception cref="ExportUnreadableException">A folder or file is missing or cannot be read.</exception>
    public ExportReport Check()
    {
        if (!Directory.Exists(path)) throw new ExportUnreadableException(File.Exists(path) || path.Contains("://", StringComparison.Ordinal) ? Unreadable.NotAFolder : Unreadable.FolderMissing, path);
        var findings = new List<Finding>();
        var acts = new ActsCheck(ActsFile, findings.Add);
        Read(ActsFile, Leaf.LongestLeaf, findings, (line, bytes) => acts.Add(line, Leaf.Parse(bytes.Span)));
        var openings = new OpeningsCheck(OpeningsFile, acts, findings.Add);
        Read(OpeningsFile, LongestOpening, findings, (line, bytes) => openings.Add(line, Opening.Parse(bytes.Span)));
        return acts.Report(findings);
    }

    private void Read(string name, int longest, List<Finding> findings, Action<long, ReadOnlyMemory<byte>> check)
    {
        var full = Path.Combine(path, name);
        if (!File.Exists(full)) throw new ExportUnreadableException(Unreadable.FileMissing, full);
        try
        {
            using var file = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            var lines = new Lines(file, longest);
            while (lines.Next())
            {
                if (lines.Fault is { } fault) findings.Add(new(name, lines.Number, fault));
                else CheckLine(lines);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ExportUnreadableException(Unreadable.ReadFailed, full, cause);
        }

        void CheckLine(Lines lines)
        {
            try
            {
                check(lines.Number, lines.Current);
            }
            catch (LedgerFormatException malformed)
            {
                findings.Add(new(name, lines.Number, ExportFault.LineMalformed, Malformed: malformed));
            }
        }
    }
}
