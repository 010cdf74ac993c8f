using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>
/// A stored report beside its definitions, and beside the report on the period before where both count by the
/// same definitions: numbers counted differently are not set against each other.
/// </summary>
public sealed record ReportView(IReadOnlyList<ReportView.ChapterView> Chapters, bool HasPrevious)
{
    /// <param name="Figures">Those that are one number or few stand as cards, those with parts as tables.</param>
    public sealed record ChapterView(Chapter Chapter, IReadOnlyList<FigureView> Figures)
    {
        public IEnumerable<FigureView> Cards => Figures.Where(f => !f.IsTable);
        public IEnumerable<FigureView> Tables => Figures.Where(f => f.IsTable);
    }

    private static readonly string[] _foremost = ["kiriman", "orang-aktif", "masukan-warga", "suara", "putusan", "tindakan"];

    public bool HasWithheld => Chapters.Any(c => c.Figures.Any(f => f.Cells.Any(x => x.Cell.State == "withheld")));

    /// <summary>What a reader in a hurry wants to know; figures of the report below, told once more.</summary>
    public IEnumerable<FigureView> Summary =>
        _foremost.Select(id => Chapters.SelectMany(c => c.Figures).FirstOrDefault(f => f.Definition.Id == id)).OfType<FigureView>();

    /// <param name="Largest">What the longest bar stands for; 0 where bars would say nothing.</param>
    public sealed record FigureView(FigureDefinition Definition, IReadOnlyList<CellView> Cells, long Largest)
    {
        /// <summary>A table is for parts of a whole; where nothing was counted the whole is told, and that is all.</summary>
        public bool IsTable => Definition.AddsUp && Cells.Count > 2 && Cells.Any(c => c.Cell.Value is not 0 || c.Before?.Value is not (null or 0));

        public CellView? Find(string code) => Cells.FirstOrDefault(c => c.Cell.Code == code);

        /// <summary>What a card tells: of a sum the sum, or its only part by name; else every number.</summary>
        public IReadOnlyList<CellView> Told => [.. Definition.AddsUp ? Cells.Count == 2 ? Cells.Where(c => !c.IsTotal) : Cells.Where(c => c.IsTotal) : Cells];

        public bool IsNamed => Told.Count > 1 || (Definition.AddsUp && !Told[0].IsTotal);
    }

    /// <param name="Change">Null unless both periods tell the number.</param>
    public sealed record CellView(ReportCellV1 Cell, ReportCellV1? Before, long? Change)
    {
        public bool IsTotal => Cell.Code == FigureDefinition.Total;

        /// <summary>Length of its bar in percent of the longest.</summary>
        public long Share(long largest) => largest == 0 ? 0 : (Cell.Value ?? 0) * 100 / largest;
    }

    public static ReportView Of(Report report, Report? previous)
    {
        var before = previous?.DefinitionsVersion == report.DefinitionsVersion
            ? ReportDocument.Read(previous.Data).Figures.ToDictionary(f => f.Id)
            : null;
        var figures = ReportDocument.Read(report.Data).Figures.Select(f => Of(f, before?.GetValueOrDefault(f.Id)));
        return new ReportView(
            [.. figures.GroupBy(f => f.Definition.Chapter).Select(c => new ChapterView(c.Key, [.. c]))], before is not null);
    }

    private static FigureView Of(ReportFigureV1 figure, ReportFigureV1? before)
    {
        var definition = Definitions.Find(figure.Id) ?? throw new InvalidDataException($"A stored report names the unknown figure '{figure.Id}'.");
        var cells = figure.Cells.Select(c => Of(c, before?.Cells.FirstOrDefault(b => b.Code == c.Code))).ToList();
        var parts = cells.Where(c => !c.IsTotal).ToList();
        return new FigureView(definition, cells, definition.AddsUp && parts.Count > 1 ? parts.Max(c => c.Cell.Value ?? 0) : 0);
    }

    private static CellView Of(ReportCellV1 cell, ReportCellV1? before) => new(cell, before, cell.Value - before?.Value);
}
