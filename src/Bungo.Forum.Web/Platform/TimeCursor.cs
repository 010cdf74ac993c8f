using System.Globalization;

namespace Bungo.Forum.Web.Platform;

/// <summary>Where a list ordered by time goes on: the key of the last row shown, as an address carries it.</summary>
public readonly record struct TimeCursor(DateTimeOffset At, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}");

    /// <returns>Null for what is no cursor: the list then begins at its start.</returns>
    public static TimeCursor? Parse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var id)
            && ticks > 0 && ticks < DateTimeOffset.MaxValue.UtcTicks
            ? new TimeCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }
}
