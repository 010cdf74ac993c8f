using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// A commitment in 8 bytes instead of 32, enough to hold what an opening recomputes against. Not by cutting it off, which
/// whoever chose the commitments could prepare for, but by a universal hash (multilinear, 128 bits wide, the upper half
/// kept) whose key is drawn for this run and told to nobody: two different commitments agree once in 2^63 tries.
/// </summary>
internal sealed class Fingerprint
{
    private const int Words = 4;

    private readonly UInt128[] _key = [.. Enumerable.Range(0, Words + 1).Select(_ => BinaryPrimitives.ReadUInt128LittleEndian(RandomNumberGenerator.GetBytes(16)))];

    public ulong Of(Commitment commitment)
    {
        var sum = _key[Words];
        var words = MemoryMarshal.Cast<Commitment, ulong>(new ReadOnlySpan<Commitment>(in commitment));
        for (var i = 0; i < Words; i++) sum += _key[i] * words[i];
        return (ulong)(sum >> 64);
    }
}
