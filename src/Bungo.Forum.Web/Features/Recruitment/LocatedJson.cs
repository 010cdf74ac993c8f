using System.Text;
using System.Text.Json;

namespace Bungo.Forum.Web.Features.Recruitment;

/// <summary>
/// A JSON value that knows its line. The framework's readers stop at the first thing they do not expect; a clerk
/// who mends a file wants all of them, each with its place, so the document is read as it is and judged afterwards.
/// </summary>
internal sealed class LocatedJson
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 8 };

    private LocatedJson(JsonTokenType kind, int line) => (Kind, Line) = (kind, line);

    public JsonTokenType Kind { get; }

    /// <summary>1, 2, 3 …</summary>
    public int Line { get; }

    /// <summary>Of a string.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Of a number without a fraction that fits; null for every other number.</summary>
    public int? Number { get; private init; }

    public List<(string Name, LocatedJson Value)> Members { get; } = [];
    public List<LocatedJson> Items { get; } = [];

    /// <exception cref="JsonException">Not JSON; it tells the line, counted from 0.</exception>
    public static LocatedJson Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(json, Strict);
        var lines = new Lines(json);
        reader.Read();
        var value = ReadValue(ref reader, ref lines);
        // Asks the reader to find that nothing follows.
        reader.Read();
        return value;
    }

    private static LocatedJson ReadValue(ref Utf8JsonReader reader, ref Lines lines)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var whole = new LocatedJson(JsonTokenType.StartObject, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = TextOf(ref reader, ref lines);
                    reader.Read();
                    whole.Members.Add((name, ReadValue(ref reader, ref lines)));
                }

                return whole;
            case JsonTokenType.StartArray:
                var list = new LocatedJson(JsonTokenType.StartArray, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Items.Add(ReadValue(ref reader, ref lines));
                return list;
            case JsonTokenType.String:
                return new LocatedJson(JsonTokenType.String, line) { Text = TextOf(ref reader, ref lines) };
            case JsonTokenType.Number:
                return new LocatedJson(JsonTokenType.Number, line) { Number = reader.TryGetInt32(out var number) ? number : null };
            default:
                return new LocatedJson(reader.TokenType, line);
        }
    }

    // An escaped half of a surrogate pair is JSON by its grammar and no text.
    private static string TextOf(ref Utf8JsonReader reader, ref Lines lines)
    {
        var line = lines.At(reader.TokenStartIndex);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(e.Message, null, line - 1, null, e);
        }
    }

    /// <summary>Counts line ends up to a place; places come in order, so the whole document is counted once.</summary>
    private ref struct Lines(ReadOnlySpan<byte> json)
    {
        private readonly ReadOnlySpan<byte> _json = json;
        private int _counted;
        private int _line = 1;

        public int At(long place)
        {
            _line += _json[_counted..(int)place].Count((byte)'\n');
            _counted = (int)place;
            return _line;
        }
    }
}
