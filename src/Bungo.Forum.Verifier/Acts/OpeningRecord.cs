using System.Buffers.Binary;
using System.Text;
using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>An opening as it is set aside: which file and line it stood in, and what is needed to recompute its commitment.</summary>
internal readonly ref struct OpeningRecord(ReadOnlySpan<byte> bytes)
{
    private const int ActAt = 0, FileAt = 16, LineAt = 20, LengthAt = 28, LabelAt = 32, SaltAt = 33;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public Guid Act => new(_bytes.Slice(ActAt, 16));

    /// <summary>0 for the openings of all, above it the file of one poll's ballots.</summary>
    public int File => BinaryPrimitives.ReadInt32LittleEndian(_bytes[FileAt..]);

    public long Line => BinaryPrimitives.ReadInt64LittleEndian(_bytes[LineAt..]);

    public ReadOnlySpan<byte> Salt => _bytes.Slice(SaltAt, Commitment.SaltBytes);

    public string Label => Encoding.ASCII.GetString(_bytes.Slice(SaltAt + Commitment.SaltBytes, _bytes[LabelAt]));

    public ReadOnlySpan<byte> Content => _bytes[(SaltAt + Commitment.SaltBytes + _bytes[LabelAt])..];

    public static byte[] Write(Opening opening, int file, long line)
    {
        var head = SaltAt + Commitment.SaltBytes + opening.Label.Length;
        var bytes = new byte[head + opening.Content.Length];
        opening.Act.ToGuid().TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FileAt), file);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(LineAt), line);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LengthAt), bytes.Length);
        bytes[LabelAt] = (byte)opening.Label.Length;
        opening.Salt.Span.CopyTo(bytes.AsSpan(SaltAt));
        Encoding.ASCII.GetBytes(opening.Label, bytes.AsSpan(SaltAt + Commitment.SaltBytes));
        opening.Content.Span.CopyTo(bytes.AsSpan(head));
        return bytes;
    }

    /// <summary>How many bytes the record takes that begins here.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthAt..]);
}
