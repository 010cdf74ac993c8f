using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Packages;

/// <summary>Some lines of a file, copied out of the reader's buffer to be worked on elsewhere.</summary>
internal sealed class LineBlock(long first)
{
    private readonly List<byte[]> _lines = [];
    private readonly List<VerifyFault?> _faults = [];

    public long First { get; } = first;
    public int Count => _lines.Count;
    public ReadOnlySpan<byte> this[int index] => _lines[index];

    public VerifyFault? Fault(int index) => _faults[index];

    private void Add(ReadOnlySpan<byte> line, VerifyFault? fault)
    {
        _lines.Add(fault is null ? line.ToArray() : []);
        _faults.Add(fault);
    }

    public static IEnumerable<LineBlock> Of(Stream file, int longest)
    {
        const int size = 256;
        var lines = new Lines(file, longest);
        var block = new LineBlock(1);
        while (lines.Next())
        {
            block.Add(lines.Current.Span, lines.Fault);
            if (block.Count < size) continue;
            yield return block;
            block = new(lines.Number + 1);
        }

        if (block.Count > 0) yield return block;
    }
}
