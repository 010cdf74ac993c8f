using System.Globalization;

namespace Bungo.Forum.Ledger;

/// <summary>How exactly an act tells when it was done.</summary>
public enum TimeGrain
{
    Second,

    /// <summary>For ballots: with seconds, whoever watched a person vote could find the ballot.</summary>
    Hour,
}

/// <summary>
/// Times as the ledger writes them: UTC, RFC 3339, whole seconds, <c>Z</c>; one spelling per instant. Cut off,
/// never rounded up: an act must not claim a time that had not come. Leap seconds do not exist here.
/// </summary>
public static class LedgerTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset instant, TimeGrain grain = TimeGrain.Second) =>
        Cut(instant, grain).ToString(Form, CultureInfo.InvariantCulture);

    internal static DateTimeOffset Cut(DateTimeOffset instant, TimeGrain grain)
    {
        var unit = grain == TimeGrain.Hour ? TimeSpan.TicksPerHour : TimeSpan.TicksPerSecond;
        var utc = instant.UtcTicks;
        return new DateTimeOffset(utc - (utc % unit), TimeSpan.Zero);
    }

    public static bool TryRead(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
        && text == Write(instant);
}
