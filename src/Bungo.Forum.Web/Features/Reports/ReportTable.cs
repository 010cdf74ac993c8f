using System.Globalization;
using Bungo.Forum.Domain.Reports;
using CsvHelper;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>
/// The figures as the table people open in a spreadsheet, one row a cell, names in both languages. A cell that
/// a spreadsheet would take for a formula is written with an apostrophe before it: codes come from the data.
/// </summary>
internal static class ReportTable
{
    private static readonly CsvWriterOptions Form = new() { Injection = CsvInjection.Escape, NewLine = "\r\n" };

    private static readonly string[] Columns =
        ["period", "definitions", "chapter", "figure", "figure_id", "figure_en", "cell", "cell_id", "cell_en", "unit", "state", "value"];

    public static byte[] Write(Period period, IReadOnlyList<Figure> figures)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Form, leaveOpen: true))
        {
            csv.WriteHeader(Columns);
            foreach (var figure in figures)
                foreach (var cell in figure.Cells)
                    Write(csv, period, figure.Definition, cell);
        }

        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, Period period, FigureDefinition figure, Cell cell)
    {
        var (nameId, nameEn) = FigureText.NameOf(figure, cell.Code);
        csv.WriteField(period.ToString());
        csv.WriteField(Definitions.Version);
        csv.WriteField(figure.Chapter.Id);
        csv.WriteField(figure.Id);
        csv.WriteField(figure.NameId);
        csv.WriteField(figure.NameEn);
        csv.WriteField(cell.Code);
        csv.WriteField(nameId);
        csv.WriteField(nameEn);
        csv.WriteField(ReportDocument.UnitOf(figure.Unit));
        csv.WriteField(ReportDocument.StateOf(cell.State));
        csv.WriteField(cell.Value?.ToString(CultureInfo.InvariantCulture) ?? "");
        csv.EndRecord();
    }
}
