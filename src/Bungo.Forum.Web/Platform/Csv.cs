namespace Bungo.Forum.Web.Platform;

/// <summary>
/// Rows of comma-separated values (RFC 4180), safe to open in a spreadsheet: a cell that a spreadsheet would
/// take for a formula is led by an apostrophe, because what people write here also ends in such files.
/// </summary>
public static class Csv
{
    public static string Row(params ReadOnlySpan<string?> cells)
    {
        var row = new System.Text.StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) row.Append(',');
            row.Append(Cell(cells[i]));
        }

        return row.ToString();
    }

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
