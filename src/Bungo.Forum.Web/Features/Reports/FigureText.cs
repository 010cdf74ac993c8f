using System.Globalization;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Reports;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>Figures in the words and number formats of the reader.</summary>
internal static class FigureText
{
    /// <summary>A cell's name in both languages; an article of the rules is named by its title, a code nobody named by itself.</summary>
    public static (string Id, string En) NameOf(FigureDefinition figure, string cell)
    {
        if (figure.NameOf(cell) is { } defined) return (defined.NameId, defined.NameEn);
        if (cell == FigureDefinition.Total) return ("Jumlah", "Total");
        return figure.Id == "putusan-aturan" && Rules.Current.Find(cell) is { } article
            ? ($"{article.Code} {article.TitleId}", $"{article.Code} {article.TitleEn}")
            : (cell, cell);
    }

    /// <summary>A figure's name where its sum stands alone.</summary>
    public static string Short(FigureDefinition figure) => figure.Id switch
    {
        "putusan" => T("Putusan moderasi", "Moderation decisions"),
        "tindakan" => T("Tindakan tercatat", "Acts recorded"),
        _ => T(figure.NameId, figure.NameEn),
    };

    /// <summary>A cell as a page tells it.</summary>
    public static string Told(FigureUnit unit, ReportCellV1 cell) => cell switch
    {
        { Value: { } value } => Value(unit, value),
        { State: "withheld" } => T("ditahan", "withheld"),
        _ => T("tidak ada", "none"),
    };

    /// <summary>How a cell compares with the period before; empty where there is nothing to compare.</summary>
    public static string Compared(FigureUnit unit, ReportView.CellView cell) => cell switch
    {
        { Before: null } => "",
        { Change: 0 } => T("tetap", "same"),
        { Change: { } change, Before.Value: { } before } => T($"{Difference(unit, change)} dari {Value(unit, before)}", $"{Difference(unit, change)} from {Value(unit, before)}"),
        { Before: var before } => T($"sebelumnya {Told(unit, before)}", $"before: {Told(unit, before)}"),
    };

    public static string Value(FigureUnit unit, long value) => unit switch
    {
        FigureUnit.Count => value.ToString("N0", CultureInfo.CurrentCulture),
        FigureUnit.PerMille => (value / 10m).ToString("0.#", CultureInfo.CurrentCulture) + "%",
        FigureUnit.TenthsOfWorkingDay => T($"{value / 10m:0.0} hari kerja", $"{value / 10m:0.0} working days"),
        FigureUnit.TenthsOfHour => T($"{value / 10m:0.0} jam", $"{value / 10m:0.0} hours"),
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    public static string PeriodName(Period period)
    {
        if (period.Kind == PeriodKind.Quarter) return T($"Triwulan {Roman(period.Number)} {period.Year}", $"Quarter {period.Number} of {period.Year}");
        var month = new DateTime(period.Year, period.Number, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
    }

    private static string Roman(int number) => number switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };

    private static string Difference(FigureUnit unit, long difference) =>
        difference > 0 ? "+" + Value(unit, difference) : "−" + Value(unit, -difference);
}
