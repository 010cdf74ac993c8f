using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Bungo.Forum.Verifier.Spilling;

/// <summary>
/// Records set aside by a key, to be taken back part by part: all of one key lie in one part, in the order in which they
/// came. Whatever must be held against something else with the same key is then done in memory, one part of 256 at a
/// time. Which part is decided by a hash that is keyed anew in each run, so that ids made to meet in one part do not.
/// </summary>
internal sealed class Partitions(TemporaryFile file, PartitionKey key)
{
    public const int Count = 256;
    private const int PieceLength = 4096;

    private readonly Part[] _parts = new Part[Count];

    public bool IsEmpty(int part) => _parts[part].Length == 0 && _parts[part].Pieces is null;

    public void Add(Guid by, ReadOnlySpan<byte> record)
    {
        ref var part = ref _parts[key.PartOf(by)];
        if (part.Length + record.Length > PieceLength) Flush(ref part);
        if (record.Length > PieceLength)
        {
            (part.Pieces ??= []).Add((file.Append(record), record.Length));
            return;
        }

        part.Waiting ??= new byte[PieceLength];
        record.CopyTo(part.Waiting.AsSpan(part.Length));
        part.Length += record.Length;
    }

    /// <summary>The records of a part in pieces of whole records; each piece is valid until the next.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Read(int part)
    {
        var buffer = new byte[PieceLength];
        foreach (var (at, length) in _parts[part].Pieces ?? [])
        {
            if (length > buffer.Length) buffer = new byte[length];
            file.Read(at, buffer.AsSpan(0, length));
            yield return buffer.AsMemory(0, length);
        }

        if (_parts[part].Length > 0) yield return _parts[part].Waiting.AsMemory(0, _parts[part].Length);
    }

    private void Flush(ref Part part)
    {
        if (part.Length == 0) return;
        (part.Pieces ??= []).Add((file.Append(part.Waiting.AsSpan(0, part.Length)), part.Length));
        part.Length = 0;
    }

    private struct Part
    {
        public byte[]? Waiting;
        public int Length;
        public List<(long At, int Length)>? Pieces;
    }
}

/// <summary>The part of an id: the upper bits of a universal hash, keyed for this run.</summary>
internal sealed class PartitionKey
{
    private const int BitsOfPart = 8;

    private readonly UInt128[] _key = [.. Enumerable.Range(0, 3).Select(_ => BinaryPrimitives.ReadUInt128LittleEndian(RandomNumberGenerator.GetBytes(16)))];

    public int PartOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var sum = _key[2] + (_key[0] * BinaryPrimitives.ReadUInt64LittleEndian(bytes)) + (_key[1] * BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        return (int)(sum >> (128 - BitsOfPart));
    }
}
