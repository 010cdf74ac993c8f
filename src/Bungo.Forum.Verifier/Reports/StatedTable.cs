using System.Globalization;
using System.Text;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>
/// The table of a report (RFC 4180), which people open in a spreadsheet: of its twelve columns the figure, the cell, the
/// state and the value. An apostrophe before a cell keeps a spreadsheet from taking it for a formula.
/// </summary>
internal static class StatedTable
{
    private const int Columns = 12, Period = 0, Figure = 3, Cell = 6, State = 10, Value = 11;

    /// <returns>Null when it is no such table.</returns>
    public static IReadOnlyList<StatedCell>? Parse(ReadOnlySpan<byte> bytes, string period)
    {
        var cells = new List<StatedCell>();
        foreach (var row in Rows(Encoding.UTF8.GetString(bytes)).Skip(1))
        {
            if (row.Count != Columns || row[Period] != period) return null;
            long? value = long.TryParse(row[Value], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
            if (value is null && row[Value].Length > 0) return null;
            cells.Add(new(row[Figure], row[Cell].TrimStart('\''), row[State], value));
        }

        return cells;
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var (row, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\r' or '\n')) field.Append(c);
            else if (c != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                yield return row;
                row = [];
            }
        }

        if (row.Count > 0 || field.Length > 0) yield return [.. row, field.ToString()];
    }
}
