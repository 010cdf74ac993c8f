using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bungo.Forum.Web.Platform.Region;

/// <summary>
/// Another regency's colours as a sheet after the theme's (<c>Region:Colours</c>, one base colour per name). Each
/// base colour becomes the sixteen tones that Designsystemet derives from one, in the light and in the dark
/// scheme: every tone has a luminance of its own, whatever the hue, and those luminances are what keeps text
/// readable on its ground. So a regency chooses a hue and cannot choose an unreadable page.
/// </summary>
public static partial class RegionStyle
{
    private static readonly Colour White = new(1, 1, 1);
    private static readonly Colour Black = new(0, 0, 0);

    private static readonly (string Name, double Light, double Dark)[] Tones =
    [
        ("background-default", 1, 0.009), ("background-tinted", 0.9, 0.014),
        ("surface-default", 1, 0.021), ("surface-tinted", 0.81, 0.027), ("surface-hover", 0.7, 0.036), ("surface-active", 0.59, 0.056),
        ("border-subtle", 0.5, 0.08), ("border-default", 0.19, 0.22), ("border-strong", 0.11, 0.39),
        ("text-subtle", 0.11, 0.39), ("text-default", 0.0245, 0.84),
    ];

    public static bool IsValid(string name, string value) => ColourName().IsMatch(name) && Colour.Parse(value) is not null;

    public static string Address(RegionOptions region) =>
        "/wilayah.css?v=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet(region))))[..8];

    public static string Sheet(RegionOptions region)
    {
        var (light, dark) = (new StringBuilder(), new StringBuilder());
        foreach (var (name, value) in region.Colours.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var colour = Colour.Parse(value)!.Value;
            foreach (var tone in Tones)
            {
                Write(light, name, tone.Name, colour.WithLuminance(tone.Light));
                Write(dark, name, tone.Name, colour.WithLuminance(tone.Dark));
            }

            WriteBase(light, name, colour, colour.Lightness);
            // On a dark page a dark base would vanish: it takes the lightness that mirrors its own.
            var mirrored = colour.Lightness <= 30 ? 70 : 100 - colour.Lightness;
            WriteBase(dark, name, colour.WithLightness(mirrored), mirrored);
        }

        return $":root {{\n{light}}}\n@media (prefers-color-scheme: dark) {{\n[data-color-scheme=\"auto\"] {{\n{dark}}}\n}}\n";
    }

    private static void WriteBase(StringBuilder sheet, string name, Colour colour, double lightness)
    {
        // Away from the lightness at which neither black nor white would be readable on it.
        var step = lightness is <= 30 or (>= 49 and <= 65) ? 8 : -8;
        Write(sheet, name, "base-default", colour);
        Write(sheet, name, "base-hover", colour.WithLightness(lightness + step));
        Write(sheet, name, "base-active", colour.WithLightness(lightness + (2 * step)));
        var isDark = colour.ContrastWith(White) >= colour.ContrastWith(Black);
        var distance = lightness is <= 40 or >= 60 ? 60 : 50;
        Write(sheet, name, "base-contrast-subtle", colour.WithLightness(isDark ? lightness + distance : lightness - distance));
        Write(sheet, name, "base-contrast-default", isDark ? White : Black);
    }

    private static void Write(StringBuilder sheet, string name, string tone, Colour colour) =>
        sheet.Append(CultureInfo.InvariantCulture, $"  --ds-color-{name}-{tone}: {colour};\n");

    [GeneratedRegex("^[a-z][a-z0-9]{0,19}$")]
    private static partial Regex ColourName();
}
