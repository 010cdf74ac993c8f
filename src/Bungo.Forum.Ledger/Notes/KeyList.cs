using System.Globalization;
using System.Text;

namespace Bungo.Forum.Ledger.Notes;

/// <summary>A key of the log and the checkpoints it is good for, by size; both ends included.</summary>
/// <param name="To">Null while the key is in use.</param>
public sealed record KeyRange(VerifierKey Key, long From, long? To)
{
    public bool Covers(long size) => size >= From && (To is not { } to || size <= to);
}

/// <summary>
/// All keys that the log ever signed with (<c>kunci</c>), one a line: <c>vkey from to</c>, with <c>-</c> for "still".
/// Old ones stay, because old checkpoints stay good; a stolen one ends at the last size it was trusted for.
/// </summary>
public sealed record KeyList(IReadOnlyList<KeyRange> Keys)
{
    private const string Open = "-";

    /// <exception cref="LedgerFormatException">Not such a list; the exception names the byte at which its line begins.</exception>
    public static KeyList Parse(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) throw LedgerFormatException.AtByte(LedgerFault.NotUtf8, 0);
        var lines = new LineReader(bytes);
        var keys = new List<KeyRange>();
        do
        {
            var words = Encoding.UTF8.GetString(lines.Next()).Split(' ');
            if (words.Length != 3) throw lines.Fault(LedgerFault.LineForm);
            var range = new KeyRange(
                ReadKey(lines, words[0]),
                lines.Number(Encoding.UTF8.GetBytes(words[1])),
                words[2] == Open ? null : lines.Number(Encoding.UTF8.GetBytes(words[2])));
            if (range.To < range.From) throw lines.Fault(LedgerFault.LineForm);
            if (keys.Exists(k => k.Key.Equals(range.Key))) throw lines.Fault(LedgerFault.PolicyKeyRepeated, words[0]);
            keys.Add(range);
        }
        while (!lines.AtEnd);
        return new(keys);
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => string.Concat(Keys.Select(k =>
        string.Create(CultureInfo.InvariantCulture, $"{k.Key} {k.From} ") + (k.To?.ToString(CultureInfo.InvariantCulture) ?? Open) + "\n"));

    private static VerifierKey ReadKey(LineReader lines, string text)
    {
        try
        {
            return VerifierKey.Parse(text);
        }
        catch (LedgerFormatException wrong)
        {
            throw lines.Fault(wrong.Fault, text);
        }
    }
}
