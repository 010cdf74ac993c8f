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

    /// <summary><c>24 Nov 2026, 09.12</c>: for lists, where the zone is said once on the page.</summary>
    public static string Brief(DateTimeOffset at) => Local(at).ToString("d MMM yyyy, HH.mm", CultureInfo.CurrentCulture);

    /// <summary><c>24 November 2026 pukul 09.12 WIB</c>: for deadlines and everything that binds.</summary>
    public static string Full(DateTimeOffset at) => Local(at).ToString(
        Texts.T("d MMMM yyyy 'pukul' HH.mm 'WIB'", "d MMMM yyyy 'at' HH.mm 'WIB'"), CultureInfo.CurrentCulture);

    /// <summary><c>09.12</c></summary>
    public static string Clock(DateTimeOffset at) => Local(at).ToString("HH.mm", CultureInfo.InvariantCulture);

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

    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
