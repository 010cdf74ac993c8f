using System.Text;

namespace Bungo.Forum.Web.Platform.Privacy;

/// <summary>A file that lines are only ever added to, each on the disk before the call returns. One process writes it.</summary>
public sealed class DurableLines(string path)
{
    private readonly Lock _writing = new();

    /// <param name="line">ASCII, without line end.</param>
    public void Add(string line)
    {
        lock (_writing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            // The line's end comes first: whatever a crash left half-written stays a line of its own.
            file.Write(Encoding.ASCII.GetBytes("\n" + line));
            file.Flush(flushToDisk: true);
        }
    }

    /// <returns>Each line once, whole or half-written; none where there is no file.</returns>
    public IReadOnlySet<string> Read() => File.Exists(path) ? File.ReadLines(path).Where(l => l.Length > 0).ToHashSet(StringComparer.Ordinal) : new HashSet<string>();
}
