using System.Globalization;
using System.Text.Json;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Ledger;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>
/// The figures as the bytes that are stored, hashed and served: canonical JSON in the shape of
/// <see cref="ReportV1"/>. Neither version nor time of compiling is in it, so equal figures are equal bytes.
/// </summary>
internal static class ReportDocument
{
    private const string Schema = "report/v1";

    /// <param name="holidays">The days off work that its working days were counted by.</param>
    public static byte[] Write(Period period, IReadOnlyList<Figure> figures, IEnumerable<DateOnly> holidays) => CanonicalJson.Write(new CanonicalObject(
    [
        new("schema", Schema),
        new("period", period.ToString()),
        new("from", LedgerTime.Write(period.From)),
        new("until", LedgerTime.Write(period.Until)),
        new("definitions", Definitions.Version),
        new("holidays", new CanonicalArray(holidays.Select(h => (CanonicalValue)h.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
        new("figures", new CanonicalArray(figures.Select(Of))),
    ]));

    public static ReportV1 Read(byte[] data) => JsonSerializer.Deserialize<ReportV1>(data)
        ?? throw new InvalidDataException("A stored report holds no figures.");

    public static string UnitOf(FigureUnit unit) => unit switch
    {
        FigureUnit.Count => "count",
        FigureUnit.PerMille => "per-mille",
        FigureUnit.TenthsOfWorkingDay => "tenth-working-day",
        FigureUnit.TenthsOfHour => "tenth-hour",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    public static string StateOf(CellState state) => state switch
    {
        CellState.Told => "told",
        CellState.Withheld => "withheld",
        CellState.Nothing => "nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static CanonicalObject Of(Figure figure) => new(
    [
        new("id", figure.Definition.Id),
        new("unit", UnitOf(figure.Definition.Unit)),
        new("cells", new CanonicalArray(figure.Cells.Select(Of))),
    ]);

    private static CanonicalObject Of(Cell cell)
    {
        var members = new List<KeyValuePair<string, CanonicalValue>> { new("code", cell.Code), new("state", StateOf(cell.State)) };
        if (cell.Value is { } value) members.Add(new("value", value));
        return new CanonicalObject(members);
    }
}
