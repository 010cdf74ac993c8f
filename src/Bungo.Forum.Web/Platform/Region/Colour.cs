using System.Globalization;

namespace Bungo.Forum.Web.Platform.Region;

/// <summary>A colour by its light, for deriving others from it: components are linear, from 0 to 1.</summary>
public readonly record struct Colour(double Red, double Green, double Blue)
{
    /// <summary>Relative luminance, as WCAG defines it.</summary>
    public double Luminance => (0.2126 * Red) + (0.7152 * Green) + (0.0722 * Blue);

    /// <summary>CIE lightness, 0 to 100: equal steps look equal.</summary>
    public double Lightness => LightnessOf(Luminance);

    /// <param name="text"><c>#rrggbb</c>, the one form that settings may use.</param>
    public static Colour? Parse(string? text) =>
        text is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new(Linear(rgb >> 16), Linear((rgb >> 8) & 0xff), Linear(rgb & 0xff))
            : null;

    /// <summary>The same hue with exactly this luminance, by mixing with white or with black.</summary>
    public Colour WithLuminance(double target)
    {
        if (target >= Luminance)
        {
            var white = Luminance >= 1 ? 0 : (target - Luminance) / (1 - Luminance);
            return new(Red + ((1 - Red) * white), Green + ((1 - Green) * white), Blue + ((1 - Blue) * white));
        }

        var kept = target / Luminance;
        return new(Red * kept, Green * kept, Blue * kept);
    }

    public Colour WithLightness(double lightness) => WithLuminance(LuminanceOf(Math.Clamp(lightness, 0, 100)));

    /// <summary>WCAG contrast ratio, 1 to 21.</summary>
    public double ContrastWith(Colour other)
    {
        var (light, dark) = Luminance >= other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Byte(Red):x2}{Byte(Green):x2}{Byte(Blue):x2}");

    private static double Linear(int value)
    {
        var c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    private static int Byte(double linear)
    {
        var c = linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (int)Math.Round(Math.Clamp(c, 0, 1) * 255);
    }

    // The two branches of CIE 1976 meet at a luminance of (6/29)³.
    private static double LightnessOf(double luminance) => luminance > 216.0 / 24389 ? (116 * Math.Cbrt(luminance)) - 16 : luminance * 24389 / 27;

    private static double LuminanceOf(double lightness) => lightness > 8 ? Math.Pow((lightness + 16) / 116, 3) : lightness * 27 / 24389;
}
