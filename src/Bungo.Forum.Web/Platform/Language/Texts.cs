using System.Globalization;

namespace Bungo.Forum.Web.Platform.Language;

/// <summary>
/// Every sentence a person reads stands where it is used, in both languages at once: a missing translation is
/// then a compile error, and a page reads as the page it makes. A third language needs no code: a region may
/// ship a catalogue keyed by the Indonesian sentence (see <see cref="Catalogues"/>), as gettext does.
/// </summary>
public static class Texts
{
    /// <returns>The sentence in the language of the current request (<see cref="CultureInfo.CurrentUICulture"/>).</returns>
    public static string T(string id, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
    {
        "id" => id,
        "en" => en,
        var other => Catalogues.Find(other, id) ?? id,
    };
}
