using System.Globalization;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// The part <c>12-jadwal-seleksi</c> of an address: the id decides, the words are for people. One parameter and
/// not two, because the router would give all but the last word to the first.
/// </summary>
public readonly record struct SluggedId(long Id, string Slug)
{
    public static bool TryParse(string? text, IFormatProvider? provider, out SluggedId result)
    {
        var hyphen = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        var digits = hyphen < 0 ? text : text![..hyphen];
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            result = default;
            return false;
        }

        result = new SluggedId(id, hyphen < 0 ? "" : text![(hyphen + 1)..]);
        return true;
    }

    /// <summary>Route constraint <c>slugged</c>.</summary>
    public sealed class Constraint : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            TryParse(values[routeKey]?.ToString(), null, out _);
    }
}
