namespace Bungo.Forum.Web.Platform;

/// <summary>
/// Rows of comma-separated values (RFC 4180), safe to open in a spreadsheet: a cell that a spreadsheet would
/// take for a formula is led by an apostrophe, because what people write here also ends in such files.
/// </summary>
public static class Csv
{
    // The semicolon as well: where the comma is a decimal sign, as here, spreadsheets split at it.
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create("\",;\t\r\n");

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
        var safe = StartsFormula(text[0]) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Separators) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    // The wide forms are formulas too where spreadsheets are East Asian; a tab or line end in front hides the sign.
    private static bool StartsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
