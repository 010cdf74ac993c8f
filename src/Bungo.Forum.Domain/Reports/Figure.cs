namespace Bungo.Forum.Domain.Reports;

/// <summary>What was counted, before anything is withheld; never published as it is.</summary>
/// <param name="Value">Null where there is nothing to measure: the median of no answers.</param>
/// <param name="Base">Of a measure that is no count: how many cases it rests on.</param>
public sealed record Measurement(string Figure, string Cell, long? Value, long? Base = null);

public enum CellState
{
    Told,
    Withheld,

    /// <summary>There was nothing to measure.</summary>
    Nothing,
}

/// <param name="Value">Null unless told.</param>
public sealed record Cell(string Code, CellState State, long? Value)
{
    public static Cell Telling(string code, long value) => new(code, CellState.Told, value);

    public static Cell Withholding(string code) => new(code, CellState.Withheld, null);

    public static Cell Empty(string code) => new(code, CellState.Nothing, null);
}

/// <summary>
/// A figure as published. It can only be made from measurements, and making it withholds what must be
/// withheld, so no path leads around <see cref="SmallCells"/>.
/// </summary>
public sealed record Figure(FigureDefinition Definition, IReadOnlyList<Cell> Cells)
{
    /// <summary>All figures of a period in the order of the definitions. A count that nothing was measured for is 0.</summary>
    /// <exception cref="ArgumentException">A measurement belongs to no definition, or to no cell of it.</exception>
    public static IReadOnlyList<Figure> Of(Period period, IEnumerable<Measurement> measurements)
    {
        var byFigure = measurements.ToLookup(m => m.Figure);
        foreach (var figure in byFigure)
            if (Definitions.Find(figure.Key) is null) throw new ArgumentException($"No definition of '{figure.Key}'.", nameof(measurements));
        return [.. Definitions.All.Where(d => d.IsIn(period)).Select(d => Of(d, [.. byFigure[d.Id]]))];
    }

    private static Figure Of(FigureDefinition definition, IReadOnlyList<Measurement> measured)
    {
        if (definition.Cells.Count > 0 && measured.FirstOrDefault(m => definition.Find(m.Cell) is null) is { } stray)
            throw new ArgumentException($"'{definition.Id}' has no cell '{stray.Cell}'.", nameof(measured));
        var codes = definition.Cells.Count > 0
            ? definition.Cells.Select(c => c.Code)
            : measured.Select(m => m.Cell).Order(StringComparer.Ordinal);
        var inOrder = codes.Select(code => measured.SingleOrDefault(m => m.Cell == code) ?? Missing(definition, code)).ToList();
        return new Figure(definition, definition.AddsUp ? Parts(definition, inOrder) : [.. inOrder.Select(m => Alone(definition, m))]);
    }

    private static Measurement Missing(FigureDefinition definition, string code) =>
        new(definition.Id, code, definition.Unit == FigureUnit.Count ? 0 : null);

    private static Cell Alone(FigureDefinition definition, Measurement measured)
    {
        if (measured.Value is not { } value) return Cell.Empty(measured.Cell);
        return definition.Protection == Protection.Persons && SmallCells.IsSmall(measured.Base ?? value)
            ? Cell.Withholding(measured.Cell)
            : Cell.Telling(measured.Cell, value);
    }

    private static List<Cell> Parts(FigureDefinition definition, List<Measurement> measured)
    {
        var parts = measured.Select(m => m.Value ?? 0).ToList();
        var (withheld, sum) = definition.Protection == Protection.Persons
            ? SmallCells.Withhold(parts)
            : (new bool[parts.Count], false);
        var cells = measured.Select((m, i) => withheld[i] ? Cell.Withholding(m.Cell) : Cell.Telling(m.Cell, parts[i])).ToList();
        cells.Add(sum ? Cell.Withholding(FigureDefinition.Total) : Cell.Telling(FigureDefinition.Total, parts.Sum()));
        return cells;
    }
}
