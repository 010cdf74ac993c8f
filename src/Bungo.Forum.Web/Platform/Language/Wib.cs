using System.Globalization;

namespace Bungo.Forum.Web.Platform.Language;

/// <summary>
/// Time as people here read it: stored in UTC, shown in the region's zone (Asia/Jakarta, UTC+7, no summer
/// time), Indonesian words and the 24-hour clock with a dot in both languages of the interface.
/// </summary>
public static class Wib
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary><c>24 November 2026</c></summary>
    public static string Date(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>As <see cref="Date"/>, of a day that was a day here already.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The day it is here at that moment.</summary>
    public static DateOnly Today(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary><c>24 Nov 2026, 09.12</c>: for lists, where the zone is said once on the page.</summary>
    public static string Brief(DateTimeOffset at) => Local(at).ToString("d MMM yyyy, HH.mm", CultureInfo.CurrentCulture);

    /// <summary><c>24 November 2026 pukul 09.12 WIB</c>: for deadlines and everything that binds.</summary>
    public static string Full(DateTimeOffset at) => Local(at).ToString(
        Texts.T("d MMMM yyyy 'pukul' HH.mm 'WIB'", "d MMMM yyyy 'at' HH.mm 'WIB'"), CultureInfo.CurrentCulture);

    /// <summary><c>09.12</c></summary>
    public static string Clock(DateTimeOffset at) => Local(at).ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary><c>Selasa, 24 November 2026</c></summary>
    public static string Weekday(DateTimeOffset at) => Local(at).ToString("dddd, d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>How long until a deadline, in days of the calendar here: <c>5 hari lagi</c>, <c>besok</c>, <c>hari ini pukul 16.00</c>.</summary>
    public static string Until(DateTimeOffset deadline, DateTimeOffset now)
    {
        var days = Local(deadline).Date.Subtract(Local(now).Date).Days;
        return days switch
        {
            > 1 => Texts.T($"{days} hari lagi", $"{days} days left"),
            1 => Texts.T($"besok pukul {Clock(deadline)}", $"tomorrow at {Clock(deadline)}"),
            0 when deadline > now => Texts.T($"hari ini pukul {Clock(deadline)}", $"today at {Clock(deadline)}"),
            _ => Texts.T("sudah lewat", "over"),
        };
    }

    /// <summary>For <c>datetime</c> attributes.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>For <c>input type="datetime-local"</c>, in WIB.</summary>
    public static string Input(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What such an input sends back, read as WIB.</summary>
    public static DateTimeOffset FromInput(DateTime local)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(unspecified, Zone.GetUtcOffset(unspecified)).ToUniversalTime();
    }

    /// <summary>As <see cref="FromInput(DateTime)"/>, from the text such an input sends; null when it is none.</summary>
    public static DateTimeOffset? FromInput(string? local) =>
        DateTime.TryParseExact(local, InputForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? FromInput(parsed) : null;

    /// <summary>For <c>input type="date"</c> that names a last day: the day before this end, in WIB.</summary>
    public static string LastDayInput(DateTimeOffset end) => Local(end.AddTicks(-1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What an <c>input type="date"</c> sends back; null when it names no day.</summary>
    public static DateOnly? DayFromInput(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;

    /// <summary>The end of the last day that such an input names: midnight after it, in WIB; null when it names none.</summary>
    public static DateTimeOffset? EndOfDay(string? day) =>
        DayFromInput(day) is { } parsed && parsed < DateOnly.MaxValue ? FromInput(parsed.AddDays(1).ToDateTime(TimeOnly.MinValue)) : null;

    private static readonly string[] InputForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
