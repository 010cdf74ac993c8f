using System.Runtime.InteropServices;

namespace Bungo.Forum.Verifier.Spilling;

/// <summary>Rows of one form, set aside in <see cref="Partitions"/>.</summary>
internal sealed class Spill<TRow>(TemporaryFile file, PartitionKey key)
    where TRow : unmanaged
{
    private readonly Partitions _rows = new(file, key);

    public void Add(Guid by, in TRow row) => _rows.Add(by, MemoryMarshal.AsBytes(new ReadOnlySpan<TRow>(in row)));

    public bool IsEmpty(int part) => _rows.IsEmpty(part);

    public IEnumerable<TRow> Read(int part)
    {
        foreach (var piece in _rows.Read(part))
            for (var at = 0; at < piece.Length; at += Size) yield return MemoryMarshal.Read<TRow>(piece.Span[at..]);
    }

    private static int Size { get; } = MemoryMarshal.AsBytes(new TRow[1].AsSpan()).Length;
}
