using System.Text.Json.Serialization;

namespace Bungo.Forum.Contract.OpenData.V1;

/// <summary>
/// One version of a transparency report as data. The bytes served are canonical (RFC 8785): the public ledger
/// holds their SHA-256, so they are served as stored and name neither version nor time of compiling.
/// </summary>
/// <param name="Schema">Always <c>report/v1</c>.</param>
/// <param name="Period"><c>2026-10</c> or <c>2026-Q4</c>.</param>
/// <param name="From">First instant of the period, RFC 3339 in UTC.</param>
/// <param name="Until">First instant after it.</param>
/// <param name="Definitions">Version of the definitions counted by.</param>
/// <param name="Holidays">Days off work, besides Saturdays and Sundays, that working days were counted by.</param>
public sealed record ReportV1(
    [property: JsonPropertyName("schema")] string Schema,
    [property: JsonPropertyName("period")] string Period,
    [property: JsonPropertyName("from")] DateTimeOffset From,
    [property: JsonPropertyName("until")] DateTimeOffset Until,
    [property: JsonPropertyName("definitions")] string Definitions,
    [property: JsonPropertyName("holidays")] IReadOnlyList<DateOnly> Holidays,
    [property: JsonPropertyName("figures")] IReadOnlyList<ReportFigureV1> Figures);

/// <param name="Unit"><c>count</c>, <c>per-mille</c>, <c>tenth-working-day</c> or <c>tenth-hour</c>; values are whole numbers of it.</param>
public sealed record ReportFigureV1(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("cells")] IReadOnlyList<ReportCellV1> Cells);

/// <param name="State"><c>told</c>, <c>withheld</c> (a small number of persons) or <c>nothing</c> (nothing to measure).</param>
/// <param name="Value">Only when told.</param>
public sealed record ReportCellV1(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("value")] long? Value = null);
