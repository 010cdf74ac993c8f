namespace Bungo.Forum.Domain.Reports;

/// <summary>What a value counts in. Values are whole numbers, because what is hashed knows no fractions.</summary>
public enum FigureUnit
{
    Count,
    PerMille,
    TenthsOfWorkingDay,
    TenthsOfHour,
}

/// <summary>Why a figure may or may not be told to the last unit.</summary>
public enum Protection
{
    /// <summary>Everything it counts stands in public one by one already; hiding the sum would protect nobody.</summary>
    Public,

    /// <summary>It counts what persons did unseen; see <see cref="SmallCells"/>.</summary>
    Persons,
}

public sealed record Chapter(string Id, string NameId, string NameEn);

public sealed record CellDefinition(string Code, string NameId, string NameEn);

/// <summary>One figure of the reports: what it is called, what exactly it counts, and which cells it has.</summary>
/// <param name="Id">Published in data files and never given to another figure.</param>
/// <param name="AddsUp">Whether the cells part a whole; a cell <see cref="Total"/> is then told beside them.</param>
/// <param name="Cells">In the order told. Empty where the cells are codes that the data bring.</param>
public sealed record FigureDefinition(
    string Id, Chapter Chapter, FigureUnit Unit, bool AddsUp, Protection Protection,
    string NameId, string NameEn, string TextId, string TextEn, IReadOnlyList<CellDefinition> Cells)
{
    public const string Total = "total";

    /// <summary>
    /// Told by quarter alone. A protected sum told by month and by quarter could be read by subtraction where
    /// one month of the three is withheld.
    /// </summary>
    public bool IsQuarterly => Protection == Protection.Persons && AddsUp && !IsStock;

    /// <summary>A state at the period's end, not a sum over the period.</summary>
    public bool IsStock { get; init; }

    /// <summary>Words for the codes that the data bring, where <see cref="Cells"/> is empty; files carry the codes beside them.</summary>
    public IReadOnlyList<CellDefinition> Names { get; init; } = [];

    public bool IsIn(Period period) => period.Kind == PeriodKind.Quarter || !IsQuarterly;

    public CellDefinition? Find(string code) => Cells.FirstOrDefault(c => c.Code == code);

    /// <summary>What a code is called; null for one that nobody named.</summary>
    public CellDefinition? NameOf(string code) => Find(code) ?? Names.FirstOrDefault(n => n.Code == code);
}
