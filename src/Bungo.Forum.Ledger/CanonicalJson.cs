using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bungo.Forum.Ledger;

/// <summary>
/// The one encoding of everything that is hashed: RFC 8785 (JSON Canonicalization Scheme), restricted so that
/// nobody who writes a second implementation meets its hard parts.
///
/// Keys are <c>[a-z0-9_]{1,24}</c>, so sorting them is the same in bytes and in UTF-16 units. Values are text,
/// integers of absolute value below 2^53, booleans, arrays and objects: no fractions, hence no rules for
/// printing doubles; no null, because leaving a key out already says "nothing".
///
/// A value has exactly one encoding and an accepted document is that encoding: the reader refuses every other
/// spelling instead of tolerating and rewriting it, because a hash is over bytes and two spellings of one
/// value would be two acts. The base library's JSON is used for neither side: it escapes more than RFC 8785
/// does, and reads repeated keys without a word.
///
/// Text is not normalised here. What people typed is normalised once, at the door (<see cref="NormalizedText"/>).
/// </summary>
public static class CanonicalJson
{
    /// <exception cref="LedgerFormatException">Not canonical; the exception names the byte.</exception>
    public static CanonicalValue Read(ReadOnlySpan<byte> bytes) => new CanonicalReader(bytes).ReadDocument();

    public static byte[] Write(CanonicalValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var output = new ArrayBufferWriter<byte>();
        Write(value, output);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(CanonicalValue value, ArrayBufferWriter<byte> output)
    {
        switch (value)
        {
            case CanonicalText text:
                WriteText(text.Value, output);
                break;
            case CanonicalInteger integer:
                output.Write(Encoding.UTF8.GetBytes(integer.Value.ToString(CultureInfo.InvariantCulture)));
                break;
            case CanonicalBoolean boolean:
                output.Write(boolean.Value ? "true"u8 : "false"u8);
                break;
            case CanonicalArray array:
                WriteArray(array, output);
                break;
            case CanonicalObject members:
                WriteObject(members, output);
                break;
            default:
                throw new ArgumentException($"Unknown value {value.GetType()}.", nameof(value));
        }
    }

    private static void WriteArray(CanonicalArray array, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0) output.Write(","u8);
            Write(array[i], output);
        }

        output.Write("]"u8);
    }

    private static void WriteObject(CanonicalObject members, ArrayBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var isFirst = true;
        foreach (var (key, value) in members.Members)
        {
            if (!isFirst) output.Write(","u8);
            isFirst = false;
            WriteText(key, output);
            output.Write(":"u8);
            Write(value, output);
        }

        output.Write("}"u8);
    }

    // RFC 8785 section 3.2.2.2: the two-character escapes where JSON has one, \u00xx in lower case for the
    // other control characters, everything else as itself, U+007F and U+2028 included.
    private static void WriteText(string text, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= ' ' && c is not ('"' or '\\')) continue;
            Encoding.UTF8.GetBytes(text.AsSpan(from, i - from), output);
            from = i + 1;
            output.Write(Escape(c));
        }

        Encoding.UTF8.GetBytes(text.AsSpan(from), output);
        output.Write("\""u8);
    }

    private static ReadOnlySpan<byte> Escape(char c) => c switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")),
    };
}
