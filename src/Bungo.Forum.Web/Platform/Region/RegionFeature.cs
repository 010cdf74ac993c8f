using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Region;

/// <summary>The regency this site belongs to: settings checked at the start, and its colours as a sheet.</summary>
public static class RegionFeature
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    public static IServiceCollection AddRegion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RegionOptions>().Bind(configuration.GetSection("Region"))
            .Configure(r => r.PublicAddress = configuration["Region:PublicAddress"] ?? Served(configuration["Urls"]) ?? r.PublicAddress)
            .Validate(r => r.Colours.All(c => RegionStyle.IsValid(c.Key, c.Value)), "Region:Colours: NAME = #rrggbb")
            .Validate(r => Uri.TryCreate(r.PublicAddress, UriKind.Absolute, out _) && !r.PublicAddress.EndsWith('/'), "Region:PublicAddress: https://host, tanpa / di akhir / without a final slash")
            .ValidateOnStart();
        return services.AddSingleton<WorkingCalendar>();
    }

    // Where nobody said how the public reaches the site, it is reached where it listens: a trial run's letters and
    // board must lead to that run. An address of all interfaces is none to print.
    private static string? Served(string? urls) =>
        Uri.TryCreate(urls?.Split(';')[0], UriKind.Absolute, out var url) && url.Port > 0 && url.Host is not ("0.0.0.0" or "[::]")
            ? url.GetLeftPart(UriPartial.Authority)
            : null;

    public static WebApplication MapRegion(this WebApplication app)
    {
        app.MapGet("/wilayah.css", (IOptions<RegionOptions> region, HttpResponse response) =>
        {
            // Its address changes with its content (RegionStyle.Address).
            response.Headers.CacheControl = $"public, max-age={(int)Life.TotalSeconds}, immutable";
            return Results.Text(RegionStyle.Sheet(region.Value), "text/css; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription();
        return app;
    }
}
