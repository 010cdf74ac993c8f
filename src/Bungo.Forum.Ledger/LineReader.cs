using System.Globalization;
using System.Text;
using Bungo.Forum.Ledger.Merkle;

namespace Bungo.Forum.Ledger;

/// <summary>The lines of a strict text format (checkpoints, proofs, keys), each ended by one LF, with their place for faults.</summary>
internal ref struct LineReader(ReadOnlySpan<byte> text, int before = 0)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;
    private int _begin;

    public readonly bool AtEnd => _at == _text.Length;

    public readonly ReadOnlySpan<byte> Rest => _text[_at..];

    public readonly int RestOffset => before + _at;

    /// <exception cref="LedgerFormatException">The text ends before the line does.</exception>
    public ReadOnlySpan<byte> Next()
    {
        var length = _text[_at..].IndexOf((byte)'\n');
        if (length < 0) throw LedgerFormatException.AtByte(LedgerFault.UnexpectedEnd, before + _text.Length);
        _begin = _at;
        _at += length + 1;
        return _text.Slice(_begin, length);
    }

    public void Expect(ReadOnlySpan<byte> line)
    {
        if (!Next().SequenceEqual(line)) throw Fault(LedgerFault.LineForm);
    }

    /// <summary>A line of this word, a blank and something.</summary>
    public ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> word)
    {
        var line = Next();
        return line.StartsWith(word) && line.Length > word.Length && line[word.Length] == ' ' ? line[(word.Length + 1)..] : throw Fault(LedgerFault.LineForm);
    }

    public readonly long Number(ReadOnlySpan<byte> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (digits.Length == 1 || digits[0] != '0')
            ? number
            : throw Fault(LedgerFault.NumberForm, Encoding.UTF8.GetString(digits));

    public readonly TreeHash Hash(ReadOnlySpan<byte> base64) =>
        TreeHash.TryReadBase64(base64, out var hash) ? hash : throw Fault(LedgerFault.HashForm, Encoding.UTF8.GetString(base64));

    /// <summary>Hashes, one a line, up to the empty line that ends them.</summary>
    public List<TreeHash> HashesToEmptyLine(int most)
    {
        var hashes = new List<TreeHash>();
        for (var line = Next(); line.Length > 0; line = Next())
        {
            if (hashes.Count == most) throw Fault(LedgerFault.ProofTooLong);
            hashes.Add(Hash(line));
        }

        return hashes;
    }

    /// <summary>At the beginning of the line read last.</summary>
    public readonly LedgerFormatException Fault(LedgerFault fault, string? detail = null) => LedgerFormatException.AtByte(fault, before + _begin, detail);
}
