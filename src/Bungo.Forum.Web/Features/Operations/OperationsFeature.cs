using System.Net;
using System.Security.Claims;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Features.Operations.Vitals;
using Bungo.Forum.Web.Platform.Security;
using Hangfire;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;

namespace Bungo.Forum.Web.Features.Operations;

/// <summary>
/// What whoever runs the site looks at. Liveness says only that the process answers, so that a database that is
/// away for a minute does not get the web servers killed; readiness says whether to send people here. Figures
/// and the jobs' dashboard tell how the site is used and built, so they are not for everybody: figures are given
/// to a collector on the same machine or to an administrator, the dashboard to an administrator.
/// </summary>
public static class OperationsFeature
{
    public const string LocalOrAdminister = "LocalOrAdminister";
    private const string Ready = "ready";

    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]);
        services.AddScoped<IVitalSign, LedgerVital>().AddScoped<IVitalSign, WitnessVital>().AddScoped<IVitalSign, DatabaseVital>()
            .AddScoped<IVitalSign, JobsVital>().AddScoped<IVitalSign, MailVital>().AddScoped<IVitalSign, DiskVital>();
        services.AddOpenTelemetry().WithMetrics(m => m
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddMeter("Npgsql", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Server.Kestrel")
            .AddPrometheusExporter());
        services.AddAuthorizationBuilder().AddPolicy(LocalOrAdminister, p => p.RequireAssertion(c => IsLocal(c.Resource as HttpContext) || MayAdminister(c.User)));
        return services;
    }

    public static WebApplication MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready), ResponseWriter = TellAsync }).AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(LocalOrAdminister);
        app.MapHangfireDashboardWithAuthorizationPolicy(nameof(Permission.Administer), "/jobs", new DashboardOptions { DisplayStorageConnectionString = false });
        app.MapRobots();
        return app;
    }

    private static Task TellAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString()),
    });

    // A proxy on this machine is not the one who asks: whatever it forwards comes from elsewhere.
    private static bool IsLocal(HttpContext? http) =>
        http?.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Keys.Any(k => k.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || k.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase) || k.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || k.Equals("Via", StringComparison.OrdinalIgnoreCase));

    private static bool MayAdminister(ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(Viewer.RoleClaim), out var role) && role.Allows(Permission.Administer);
}
