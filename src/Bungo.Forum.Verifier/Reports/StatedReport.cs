using System.Globalization;
using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Reports;

/// <param name="Value">Null where the cell is withheld or there was nothing to measure.</param>
internal sealed record StatedCell(string Figure, string Code, string State, long? Value)
{
    public const string Told = "told";
    public const string Nothing = "nothing";
}

/// <summary>The data file of a report (<c>report/v1</c>): what it states, and by which definitions and days off work.</summary>
internal sealed record StatedReport(string Period, string From, string Until, string Definitions, IReadOnlyList<DateOnly> Holidays, IReadOnlyList<StatedCell> Cells)
{
    private const string Schema = "report/v1";

    /// <exception cref="LedgerFormatException">Not canonical JSON.</exception>
    /// <returns>Null when it is JSON and not a report.</returns>
    public static StatedReport? Parse(ReadOnlySpan<byte> bytes)
    {
        var document = CanonicalJson.Read(bytes);
        if (Text(document, "schema") != Schema || Text(document, "period") is not { } period || Text(document, "definitions") is not { } definitions
            || Text(document, "from") is not { } from || Text(document, "until") is not { } until
            || List(document, "holidays") is not { } days || List(document, "figures") is not { } figures) return null;
        var holidays = days.Select(DayOf).ToList();
        var cells = figures.Select(CellsOf).ToList();
        if (holidays.Contains(null) || cells.Contains(null)) return null;
        var all = cells.SelectMany(c => c!).ToList();
        var isOnce = all.DistinctBy(c => (c.Figure, c.Code)).Count() == all.Count;
        return isOnce ? new(period, from, until, definitions, [.. holidays.Select(h => h!.Value)], all) : null;
    }

    private static List<StatedCell>? CellsOf(CanonicalValue figure)
    {
        if (Text(figure, "id") is not { } id || List(figure, "cells") is not { } cells) return null;
        var stated = new List<StatedCell>();
        foreach (var cell in cells)
        {
            if (Text(cell, "code") is not { } code || Text(cell, "state") is not { } state) return null;
            var value = Find(cell, "value") is CanonicalInteger number ? number.Value : (long?)null;
            if (value is null == (state == StatedCell.Told)) return null;
            stated.Add(new(id, code, state, value));
        }

        return stated;
    }

    private static DateOnly? DayOf(CanonicalValue day) =>
        day is CanonicalText { Value: var text } && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static CanonicalValue? Find(CanonicalValue value, string key) => value is CanonicalObject members && members.TryGet(key, out var found) ? found : null;

    private static string? Text(CanonicalValue value, string key) => Find(value, key) is CanonicalText text ? text.Value : null;

    private static CanonicalArray? List(CanonicalValue value, string key) => Find(value, key) as CanonicalArray;
}
