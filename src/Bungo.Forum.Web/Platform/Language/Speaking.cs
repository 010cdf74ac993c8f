using System.Globalization;

namespace Bungo.Forum.Web.Platform.Language;

/// <summary>Says something in a language other than the request's: a letter to somebody who reads English.</summary>
public static class Speaking
{
    public static T In<T>(string language, Func<T> say)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageFeature.Of(language);
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
