using System.Globalization;
using System.Security.Cryptography;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>
/// Every report that the log names: its files are in the package and are the ones named, its table states what its data
/// states, and each number that public acts determine is the one that they give. Numbers that they do not determine are
/// listed, so that nobody takes a report for checked that was only partly so.
/// </summary>
internal sealed class ReportsCheck(Package package, Action<Finding> report)
{
    // The largest report has a few hundred numbers; this is a hundred times that.
    private const int LongestFile = 4 << 20;

    private readonly List<(PublishedReport Published, Period Period, StatedReport Stated)> _read = [];

    /// <summary>The days off work that each report counts by.</summary>
    public IReadOnlyDictionary<PublishedReport, IReadOnlyList<DateOnly>> Holidays => _read.ToDictionary(r => r.Published, r => r.Stated.Holidays);

    public IEnumerable<Period> Periods => _read.Select(r => r.Period);

    public void Read(IEnumerable<PublishedReport> reports)
    {
        foreach (var published in reports) Read(published);
    }

    public IReadOnlyList<ReportOutcome> Compare(FigureRules rules) => [.. _read.Select(r => Compare(rules, r.Period, r.Stated, r.Published))];

    private void Read(PublishedReport published)
    {
        var (dataFile, tableFile) = (Package.Report(published.Period, published.Version, "json"), Package.Report(published.Period, published.Version, "csv"));
        var parsed = Period.Parse(published.Period);
        // What is no period is no name of a file either.
        if (parsed.IsRefused(out _))
        {
            Unreadable(Package.Checkpoint, published);
            return;
        }

        if (published.At < parsed.Value.Until) report(new(dataFile, null, VerifyFault.ReportEarly, published.Record, published.Name));
        var (data, table) = (Read(dataFile, published.Data, published), Read(tableFile, published.Table, published));
        if (data is null) return;
        try
        {
            if (StatedReport.Parse(data) is { } stated && stated.Period == published.Period
                && stated.From == LedgerTime.Write(parsed.Value.From) && stated.Until == LedgerTime.Write(parsed.Value.Until))
            {
                if (table is not null) CompareTable(tableFile, StatedTable.Parse(table, published.Period), stated, published);
                _read.Add((published, parsed.Value, stated));
            }
            else
            {
                Unreadable(dataFile, published);
            }
        }
        catch (LedgerFormatException malformed)
        {
            report(new(dataFile, null, VerifyFault.Malformed, published.Record, Malformed: malformed));
        }
    }

    private byte[]? Read(string file, DocumentDigest digest, PublishedReport published)
    {
        var bytes = package.Read(file, LongestFile);
        if (bytes is null) report(new(file, null, VerifyFault.ReportFileMissing, published.Record, published.Name));
        else if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != digest.Sha256) report(new(file, null, VerifyFault.ReportFileDiffers, published.Record, digest.Sha256));
        return bytes;
    }

    private void Unreadable(string file, PublishedReport published) => report(new(file, null, VerifyFault.ReportUnreadable, published.Record, published.Name));

    private void CompareTable(string file, IReadOnlyList<StatedCell>? table, StatedReport stated, PublishedReport published)
    {
        if (table is null)
        {
            Unreadable(file, published);
            return;
        }

        foreach (var cell in table.Except(stated.Cells).Concat(stated.Cells.Except(table)).DistinctBy(c => (c.Figure, c.Code)))
            report(new(file, null, VerifyFault.ReportTableDiffers, published.Record, $"{published.Name}, {cell.Figure}/{cell.Code}"));
    }

    private ReportOutcome Compare(FigureRules rules, Period period, StatedReport stated, PublishedReport published)
    {
        var file = Package.Report(published.Period, published.Version, "json");
        if (stated.Definitions != Definitions.Version)
            return new(published.Period, published.Version, 0, [.. stated.Cells.Select(c => new UncheckedNumber(c.Figure, c.Code, NotRecomputable.OtherDefinitions))]);
        var untold = new List<UncheckedNumber>();
        var recomputed = 0;
        var byFigure = stated.Cells.ToLookup(c => c.Figure);
        foreach (var stray in byFigure.Where(f => Definitions.Find(f.Key) is not { } known || !known.IsIn(period)))
            Differs(stray.Key, "?", stray.First(), Recount.Nothing);
        foreach (var definition in Definitions.All.Where(d => d.IsIn(period)))
        {
            CheckSum(definition, [.. byFigure[definition.Id]]);
            var expected = rules.Of(definition, period, published);
            foreach (var code in expected.Keys.Union(byFigure[definition.Id].Select(c => c.Code)))
            {
                var cell = byFigure[definition.Id].FirstOrDefault(c => c.Code == code);
                // What the data bring and nobody counted is none.
                var recount = expected.TryGetValue(code, out var counted) ? counted : Recount.Exactly(0);
                if (recount.Why is { } why) untold.Add(new(definition.Id, code, why));
                else if (Agrees(definition, cell, recount)) recomputed++;
                else Differs(definition.Id, code, cell, recount);
            }
        }

        return new(published.Period, published.Version, recomputed, untold);

        void Differs(string figure, string code, StatedCell? cell, Recount recount) => report(new(
            file, null, VerifyFault.FigureDiffers, published.Record,
            string.Create(CultureInfo.InvariantCulture, $"{published.Name}, {figure}/{code}: {Said(cell)} -> {recount}")));

        // Told also where it cannot be counted again: the parts of a whole must at least add up to it.
        void CheckSum(FigureDefinition definition, IReadOnlyList<StatedCell> cells)
        {
            if (!definition.AddsUp || cells.FirstOrDefault(c => c.Code == FigureDefinition.Total) is not { Value: { } total } cell) return;
            var parts = cells.Where(c => c.Code != FigureDefinition.Total).ToList();
            if (parts.TrueForAll(p => p.Value is not null) && parts.Sum(p => p.Value!.Value) is var sum && sum != total)
                Differs(definition.Id, FigureDefinition.Total, cell, Recount.Exactly(sum));
        }
    }

    private static bool Agrees(FigureDefinition definition, StatedCell? cell, Recount recount)
    {
        // A code that the data bring and that was counted only on the border may be missing.
        if (cell is null) return definition.Cells.Count == 0 && recount.Least == 0;
        return recount.Allows(cell.Value) && cell.State == (cell.Value is null ? StatedCell.Nothing : StatedCell.Told);
    }

    private static string Said(StatedCell? cell) => cell is null ? "-" : cell.Value?.ToString(CultureInfo.InvariantCulture) ?? cell.State;
}
