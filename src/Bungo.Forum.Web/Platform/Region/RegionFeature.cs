using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Region;

/// <summary>The regency this site belongs to: settings checked at the start, and its colours as a sheet.</summary>
public static class RegionFeature
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    public static IServiceCollection AddRegion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RegionOptions>().Bind(configuration.GetSection("Region"))
            .Validate(r => r.Colours.All(c => RegionStyle.IsValid(c.Key, c.Value)), "Region:Colours: NAME = #rrggbb")
            .Validate(r => Uri.TryCreate(r.PublicAddress, UriKind.Absolute, out _) && !r.PublicAddress.EndsWith('/'), "Region:PublicAddress: https://host, tanpa / di akhir / without a final slash")
            .ValidateOnStart();
        return services;
    }

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
