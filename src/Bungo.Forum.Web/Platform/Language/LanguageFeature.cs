using System.Globalization;
using Bungo.Forum.Web.Platform.Security;

namespace Bungo.Forum.Web.Platform.Language;

/// <summary>
/// The reader's language is what they chose (a cookie), else Indonesian. The browser's own preference is not
/// asked: most phones here are sold in English and used by people who read Indonesian. A program's is: it keeps
/// no cookie, and what it says there somebody wrote. Numbers and dates follow the language; the zone is always WIB.
/// </summary>
public static class LanguageFeature
{
    public const string Cookie = "bahasa";

    public static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The languages a live fragment is rendered in.</summary>
    public static readonly IReadOnlyList<CultureInfo> All = [Indonesian, English];

    public static CultureInfo Of(string? language) => language == "en" ? English : Indonesian;

    public static CultureInfo Of(HttpRequest request) =>
        Of(request.Path.StartsWithSegments(TokenHandler.Root) ? Preferred(request) : request.Cookies[Cookie]);

    public static WebApplication UseLanguage(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Of(context.Request);
            return next(context);
        });
        return app;
    }

    public static WebApplication MapLanguage(this WebApplication app)
    {
        // A GET that sets a preference: it changes nothing but how this browser reads, and works as a plain link.
        app.MapGet("/bahasa/{code:regex(^(id|en)$)}", (string code, string? kembali, HttpContext http) =>
        {
            Remember(http, code);
            return Results.LocalRedirect(LocalAddress.Of(kembali));
        }).AllowAnonymous();
        return app;
    }

    private static string? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0]).FirstOrDefault(l => All.Any(c => c.TwoLetterISOLanguageName == l));

    public static void Remember(HttpContext http, string code) => http.Response.Cookies.Append(Cookie, code, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        HttpOnly = true,
        Secure = http.Request.IsHttps,
    });
}
