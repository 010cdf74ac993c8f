using System.IO.Compression;
using Bungo.Forum.Web.Platform.Api;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.ResponseCompression;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// Razor Pages rooted in the features' folders, and the order a request travels in. The output cache stands
/// before everything that costs time, so that what it holds is the finished answer: compressed, with its
/// headers. It may, because it keeps only what an anonymous reader was given (see <see cref="PublicCache"/>). The
/// language stands before the answers that say no, which are written on the way back out.
/// </summary>
public static class PagesFeature
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Features";
            o.Conventions.AddPageRoute("/Shared/Status", "ditolak");
            o.Conventions.ConfigureFilter(new RescueFilter());
            o.Conventions.ConfigureFilter(new HandledMethods());
        }).AddSessionlessTempData();
        services.AddRouting(o => o.ConstraintMap["slugged"] = typeof(SluggedId.Constraint));
        services.AddOutputCache(o => o.AddPolicy(PublicCache.Name, PublicCache.Policy));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        // A public page is kept compressed, so it is compressed once for all who read it, and a third fewer bytes reach
        // each of their phones than by the fastest way.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        // The first writer that can, writes.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails(o => o.CustomizeProblemDetails = ProblemTexts.Customize);
        return services;
    }

    public static WebApplication UseSite(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseLanguage();
        app.UseStatusAnswers();
        app.UseMiddleware<RescueMiddleware>();
        app.UseRouting();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseSecurity();
        return app;
    }

    private static void AddSessionlessTempData(this IMvcBuilder mvc) => mvc.AddCookieTempDataProvider(o =>
    {
        o.Cookie.Name = ForumPage.NoticeCookie;
        o.Cookie.IsEssential = true;
    });
}
