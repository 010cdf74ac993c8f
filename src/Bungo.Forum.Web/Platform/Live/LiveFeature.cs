using System.Globalization;
using Bungo.Forum.Web.Platform.Acts;

namespace Bungo.Forum.Web.Platform.Live;

/// <summary>
/// What people see without reloading. Rule: a browser that shows event N of a stream applies N+1 when it
/// comes, and asks for what it missed when something later comes or when it was away; the hub and the
/// catch-up address give the same HTML. Nothing here knows what a post or a poll is: features bring fragments.
/// </summary>
public static class LiveFeature
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR(o =>
        {
            o.MaximumReceiveMessageSize = 4 * 1024;
            o.EnableDetailedErrors = false;
        });
        services.AddScoped<ActRecorder>();
        services.AddScoped<LiveEvents>();
        services.AddSingleton<LiveWatchers>();
        services.AddSingleton<LiveFaults>();
        services.AddHostedService<LiveDispatcher>();
        return services;
    }

    public static WebApplication MapLive(this WebApplication app)
    {
        app.MapHub<LiveHub>(LiveHub.Address).AllowAnonymous();
        app.MapGet("/live/{stream}", async (string stream, long after, LiveEvents live, HttpResponse response, CancellationToken cancel) =>
        {
            response.Headers.CacheControl = "no-store";
            return await live.AfterAsync(stream, after, null, CultureInfo.CurrentUICulture, cancel);
        }).AllowAnonymous();
        return app;
    }
}
