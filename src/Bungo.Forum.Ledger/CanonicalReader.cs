using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Bungo.Forum.Ledger;

/// <summary>
/// Reads canonical JSON and nothing else. It has no leniency to configure: at each byte there is one set of
/// bytes that may follow, and the first one outside it is reported with its offset. Recursion is bounded by
/// <see cref="CanonicalValue.DeepestNesting"/>; memory by the input.
/// </summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestInteger = 16; // digits of 2^53
    private const int HexDigits = 4;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public CanonicalValue ReadDocument()
    {
        if (_bytes.StartsWith("\uFEFF"u8)) throw Fault(LedgerFault.ByteOrderMark);
        RequireUtf8();
        var value = ReadValue(depth: 1);
        return _at == _bytes.Length ? value : throw Fault(LedgerFault.TrailingBytes);
    }

    private readonly void RequireUtf8()
    {
        if (Utf8.IsValid(_bytes)) return;
        var at = 0;
        while (Rune.DecodeFromUtf8(_bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        throw LedgerFormatException.AtByte(LedgerFault.NotUtf8, at);
    }

    private CanonicalValue ReadValue(int depth)
    {
        switch (Peek())
        {
            case (byte)'"':
                return new CanonicalText(ReadText());
            case (byte)'{':
                return ReadObject(depth);
            case (byte)'[':
                return ReadArray(depth);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return new CanonicalInteger(ReadInteger());
            case (byte)'t' when TryTake("true"u8):
                return new CanonicalBoolean(true);
            case (byte)'f' when TryTake("false"u8):
                return new CanonicalBoolean(false);
            case (byte)'n' when TryTake("null"u8):
                throw Fault(LedgerFault.NullValue, back: "null".Length);
            default:
                throw Unexpected();
        }
    }

    private CanonicalArray ReadArray(int depth)
    {
        Enter(depth);
        var items = new List<CanonicalValue>();
        if (TryTake("]"u8)) return new CanonicalArray(items);
        while (true)
        {
            items.Add(ReadValue(depth + 1));
            if (TryTake("]"u8)) return new CanonicalArray(items);
            if (!TryTake(","u8)) throw Unexpected();
        }
    }

    private CanonicalObject ReadObject(int depth)
    {
        Enter(depth);
        var members = new List<KeyValuePair<string, CanonicalValue>>();
        if (TryTake("}"u8)) return new CanonicalObject(members);
        while (true)
        {
            var key = ReadKey(members.Count == 0 ? null : members[^1].Key);
            if (!TryTake(":"u8)) throw Unexpected();
            members.Add(new(key, ReadValue(depth + 1)));
            if (TryTake("}"u8)) return new CanonicalObject(members);
            if (!TryTake(","u8)) throw Unexpected();
        }
    }

    // Keys must grow strictly, so a repeated key cannot hide: it is either next to its twin or out of order.
    private string ReadKey(string? before)
    {
        var begin = _at;
        if (Peek() != '"') throw Unexpected();
        var key = ReadText();
        if (!CanonicalObject.IsKey(key)) throw LedgerFormatException.AtByte(LedgerFault.KeyForm, begin, key);
        return string.CompareOrdinal(before, key) switch
        {
            < 0 => key,
            0 => throw LedgerFormatException.AtByte(LedgerFault.KeyRepeated, begin, key),
            _ => throw LedgerFormatException.AtByte(LedgerFault.KeyOrder, begin, key),
        };
    }

    private void Enter(int depth)
    {
        if (depth > CanonicalValue.DeepestNesting) throw Fault(LedgerFault.TooDeep);
        _at++;
    }

    private long ReadInteger()
    {
        var begin = _at;
        var isNegative = TryTake("-"u8);
        var digits = _at;
        while (_at < _bytes.Length && _bytes[_at] is >= (byte)'0' and <= (byte)'9') _at++;
        var count = _at - digits;
        if (count == 0) throw Unexpected();
        if (_bytes[digits] == '0' && (count > 1 || isNegative)) throw LedgerFormatException.AtByte(LedgerFault.NumberForm, begin);
        if (_at < _bytes.Length && _bytes[_at] is (byte)'.' or (byte)'e' or (byte)'E') throw Fault(LedgerFault.FractionOrExponent);
        if (count > LongestInteger) throw LedgerFormatException.AtByte(LedgerFault.NumberRange, begin);
        var value = long.Parse(_bytes[begin.._at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Math.Abs(value) <= CanonicalInteger.Largest ? value : throw LedgerFormatException.AtByte(LedgerFault.NumberRange, begin);
    }

    private string ReadText()
    {
        _at++;
        StringBuilder? text = null;
        while (true)
        {
            var special = _bytes[_at..].IndexOfAny((byte)'"', (byte)'\\');
            var run = special < 0 ? _bytes[_at..] : _bytes.Slice(_at, special);
            if (run.IndexOfAnyInRange((byte)0, (byte)0x1F) is >= 0 and var control) throw LedgerFormatException.AtByte(LedgerFault.ControlCharacter, _at + control);
            if (special < 0) throw LedgerFormatException.AtByte(LedgerFault.UnexpectedEnd, _bytes.Length);
            var plain = Encoding.UTF8.GetString(run);
            _at += special;
            if (TryTake("\""u8)) return text is null ? plain : text.Append(plain).ToString();
            (text ??= new()).Append(plain).Append(ReadEscape());
        }
    }

    private char ReadEscape()
    {
        var begin = _at++;
        var escaped = Peek() switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'b' => '\b',
            (byte)'t' => '\t',
            (byte)'n' => '\n',
            (byte)'f' => '\f',
            (byte)'r' => '\r',
            (byte)'u' => ReadHexEscape(begin),
            _ => throw LedgerFormatException.AtByte(LedgerFault.EscapeForm, begin),
        };
        _at++;
        return escaped;
    }

    // \u is left for the control characters that have no shorter escape, in lower case.
    private char ReadHexEscape(int begin)
    {
        if (_bytes.Length - _at <= HexDigits) throw LedgerFormatException.AtByte(LedgerFault.UnexpectedEnd, _bytes.Length);
        var hex = _bytes.Slice(_at + 1, HexDigits);
        if (!TryReadUnit(hex, out var unit)) throw LedgerFormatException.AtByte(LedgerFault.EscapeForm, begin);
        if (char.IsSurrogate(unit) && !IsFollowedByPartner(unit, _at + 1 + HexDigits))
            throw LedgerFormatException.AtByte(LedgerFault.LoneSurrogate, begin);
        if (unit >= ' ' || unit is '\b' or '\t' or '\n' or '\f' or '\r' || hex.ContainsAnyInRange((byte)'A', (byte)'F'))
            throw LedgerFormatException.AtByte(LedgerFault.EscapeForm, begin);
        _at += HexDigits;
        return unit;
    }

    private readonly bool IsFollowedByPartner(char high, int at) =>
        char.IsHighSurrogate(high) && _bytes[at..].StartsWith("\\u"u8) && at + 2 + HexDigits <= _bytes.Length
        && TryReadUnit(_bytes.Slice(at + 2, HexDigits), out var low) && char.IsLowSurrogate(low);

    // The digits are looked at one by one first: the base library's parser passes over zero bytes at the end.
    private static bool TryReadUnit(ReadOnlySpan<byte> hex, out char unit)
    {
        unit = default;
        foreach (var digit in hex)
            if (!char.IsAsciiHexDigit((char)digit)) return false;
        unit = (char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return true;
    }

    private readonly byte Peek() =>
        _at < _bytes.Length ? _bytes[_at] : throw LedgerFormatException.AtByte(LedgerFault.UnexpectedEnd, _at);

    private bool TryTake(ReadOnlySpan<byte> expected)
    {
        if (!_bytes[_at..].StartsWith(expected)) return false;
        _at += expected.Length;
        return true;
    }

    private readonly LedgerFormatException Fault(LedgerFault fault, int back = 0) => LedgerFormatException.AtByte(fault, _at - back);

    private readonly LedgerFormatException Unexpected() =>
        LedgerFormatException.AtByte(LedgerFault.UnexpectedByte, _at, $"0x{Peek():x2}");
}
