using System.Text.RegularExpressions;
using Bungo.Forum.Web.Platform.Region;
using CsCheck;

namespace Bungo.Forum.Web.Tests.Platform.Region;

public partial class RegionStyleTests
{
    /// <summary>Whatever hue a regency chooses, text stays readable (WCAG AA, 4.5) on the grounds it stands on, in both schemes.</summary>
    [Fact]
    public void No_colour_makes_an_unreadable_page() =>
        Gen.Int[0, 0xffffff].Sample(rgb =>
        {
            var region = new RegionOptions { Colours = { ["primary"] = $"#{rgb:x6}" } };
            var schemes = RegionStyle.Sheet(region).Split("@media");
            return schemes.Length == 2 && schemes.All(scheme =>
            {
                var tone = Tone().Matches(scheme).ToDictionary(m => m.Groups[1].Value, m => Colour.Parse(m.Groups[2].Value)!.Value);
                return tone.Count == 16
                    && Contrast("text-subtle", "background-default") >= 4.45
                    && Contrast("text-subtle", "surface-tinted") >= 4.45
                    && Contrast("text-default", "surface-active") >= 7
                    && Contrast("base-contrast-default", "base-default") >= 4.45;

                double Contrast(string text, string ground) => tone[text].ContrastWith(tone[ground]);
            });
        });

    [Fact]
    public void The_chosen_colour_itself_is_the_base_of_the_light_scheme()
    {
        var sheet = RegionStyle.Sheet(new RegionOptions { Colours = { ["primary"] = "#7a1f2b" } });
        Assert.Contains("--ds-color-primary-base-default: #7a1f2b;", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("primary", "#12345", false)]
    [InlineData("primary", "red", false)]
    [InlineData("primary", "#123456;}body{display:none", false)]
    [InlineData("primary}", "#123456", false)]
    [InlineData("primary", "#A1b2C3", true)]
    public void Only_names_and_hexadecimal_colours_are_taken(string name, string value, bool isTaken) =>
        Assert.Equal(isTaken, RegionStyle.IsValid(name, value));

    [GeneratedRegex("--ds-color-primary-([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Tone();
}
