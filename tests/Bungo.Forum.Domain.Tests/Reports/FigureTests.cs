using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Domain.Tests.Reports;

public class FigureTests
{
    private static readonly Period Quarter = Period.Parse("2026-Q4").Value;
    private static readonly Period Month = Period.Parse("2026-10").Value;

    [Fact]
    public void Definitions_are_complete_in_both_languages_and_each_id_and_cell_is_used_once()
    {
        Assert.NotEmpty(Definitions.All);
        Assert.All(Definitions.All, d => Assert.All(
            new[] { d.NameId, d.NameEn, d.TextId, d.TextEn, d.Chapter.NameId, d.Chapter.NameEn }, Assert.NotEmpty));
        Assert.Equal(Definitions.All.Count, Definitions.All.Select(d => d.Id).Distinct().Count());
        Assert.All(Definitions.All, d => Assert.Equal(d.Cells.Count, d.Cells.Select(c => c.Code).Distinct().Count()));
        Assert.All(Definitions.All, d => Assert.DoesNotContain(d.Cells, c => c.Code == FigureDefinition.Total));
    }

    [Fact]
    public void Counts_nobody_measured_are_zero_and_other_measures_are_nothing()
    {
        var figures = Figure.Of(Quarter, []);
        Assert.Equal(Definitions.All.Count, figures.Count);
        Assert.All(figures.Where(f => f.Definition.Unit == FigureUnit.Count), f => Assert.All(f.Cells, c => Assert.Equal(0, c.Value)));
        Assert.All(figures.Where(f => f.Definition.Unit != FigureUnit.Count), f => Assert.All(f.Cells, c => Assert.Equal(CellState.Nothing, c.State)));
    }

    [Fact]
    public void A_small_number_of_persons_is_withheld_with_the_cell_that_would_give_it_away()
    {
        var accounts = Of(Quarter, "akun", new("akun", "terverifikasi", 3), new("akun", "belum", 40));
        Assert.Equal([CellState.Withheld, CellState.Withheld, CellState.Told], accounts.Cells.Select(c => c.State));
        Assert.All(accounts.Cells.Where(c => c.State == CellState.Withheld), c => Assert.Null(c.Value));
        Assert.Equal(43, accounts.Cells[^1].Value);
    }

    [Fact]
    public void What_is_public_one_by_one_is_told_however_small()
    {
        var decisions = Of(Quarter, "putusan", new Measurement("putusan", "sembunyikan", 1));
        Assert.All(decisions.Cells, c => Assert.Equal(CellState.Told, c.State));
        Assert.Equal(1, decisions.Cells[^1].Value);
    }

    [Fact]
    public void A_median_over_few_persons_is_withheld_whatever_its_value()
    {
        Assert.Equal(CellState.Withheld, Of(Quarter, "jam-putusan", new Measurement("jam-putusan", "median", 420, 9)).Cells[0].State);
        Assert.Equal(420, Of(Quarter, "jam-putusan", new Measurement("jam-putusan", "median", 420, 10)).Cells[0].Value);
        Assert.Equal(3, Of(Quarter, "jam-putusan", new Measurement("jam-putusan", "median", 3, 10)).Cells[0].Value);
    }

    /// <summary>Months and their quarter are told side by side, so no protected sum may stand in both.</summary>
    [Fact]
    public void No_protected_sum_over_time_is_told_by_month()
    {
        var sums = Definitions.All.Where(d => d is { Protection: Protection.Persons, AddsUp: true, IsStock: false }).ToList();
        Assert.NotEmpty(sums);
        var monthly = Figure.Of(Month, []);
        Assert.All(sums, d => Assert.DoesNotContain(monthly, f => f.Definition == d));
        Assert.All(sums, d => Assert.Contains(Figure.Of(Quarter, []), f => f.Definition == d));
    }

    [Fact]
    public void Cells_that_the_data_bring_stand_in_one_order()
    {
        var acts = Of(Month, "tindakan", new("tindakan", "pos.ubah", 2), new("tindakan", "pos.buat", 5));
        Assert.Equal(["pos.buat", "pos.ubah", "total"], acts.Cells.Select(c => c.Code));
    }

    [Fact]
    public void A_measurement_that_belongs_nowhere_is_not_passed_over()
    {
        Assert.Throws<ArgumentException>(() => Figure.Of(Month, [new("tidak-ada", "nilai", 1)]));
        Assert.Throws<ArgumentException>(() => Figure.Of(Month, [new("kiriman", "tidak-ada", 1)]));
    }

    private static Figure Of(Period period, string id, params Measurement[] measurements) =>
        Figure.Of(period, measurements).Single(f => f.Definition.Id == id);
}
