using System.Globalization;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Reports;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>Figures in the words and number formats of the reader.</summary>
internal static class FigureText
{
    /// <summary>A cell's name in both languages; an article of the rules is named by its title, other codes of the data by themselves.</summary>
    public static (string Id, string En) NameOf(FigureDefinition figure, string cell)
    {
        if (figure.Find(cell) is { } defined) return (defined.NameId, defined.NameEn);
        if (cell == FigureDefinition.Total) return ("Jumlah", "Total");
        return figure.Id == "putusan-aturan" && Rules.Current.Find(cell) is { } article
            ? ($"{article.Code} {article.TitleId}", $"{article.Code} {article.TitleEn}")
            : (cell, cell);
    }

    public static string Value(FigureUnit unit, long value) => unit switch
    {
        FigureUnit.Count => value.ToString("N0", CultureInfo.CurrentCulture),
        FigureUnit.PerMille => (value / 10m).ToString("0.#", CultureInfo.CurrentCulture) + "%",
        FigureUnit.TenthsOfWorkingDay => T($"{value / 10m:0.0} hari kerja", $"{value / 10m:0.0} working days"),
        FigureUnit.TenthsOfHour => T($"{value / 10m:0.0} jam", $"{value / 10m:0.0} hours"),
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    public static string Difference(FigureUnit unit, long difference) => difference switch
    {
        0 => T("tetap", "same"),
        > 0 => "+" + Value(unit, difference),
        _ => "−" + Value(unit, -difference),
    };

    public static string PeriodName(Period period)
    {
        if (period.Kind == PeriodKind.Quarter) return T($"Triwulan {Roman(period.Number)} {period.Year}", $"Quarter {period.Number} of {period.Year}");
        var month = new DateTime(period.Year, period.Number, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
    }

    private static string Roman(int number) => number switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };
}
