using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>Section <c>RateLimits</c>: how much is taken in a window, per node. Whole villages share one address here, hence the wide ones.</summary>
public sealed class RateLimitOptions
{
    public Allowance SignInsByNetwork { get; set; } = new(100, TimeSpan.FromMinutes(5));
    public Allowance RegistrationsByNetwork { get; set; } = new(100, TimeSpan.FromHours(1));

    /// <summary>Files made anew for each request, however long they are.</summary>
    public Allowance DownloadsByNetwork { get; set; } = new(30, TimeSpan.FromMinutes(5));

    /// <summary>Receipts that the server checks for browsers without script, where a file may be large, and witnesses' cosignatures handed in.</summary>
    public Allowance ChecksByNetwork { get; set; } = new(60, TimeSpan.FromMinutes(5));

    /// <summary>Everything a member sends: posts, flags, votes, supports.</summary>
    public Allowance WritesByAccount { get; set; } = new(40, TimeSpan.FromMinutes(1));

    public Allowance ApiByToken { get; set; } = new(600, TimeSpan.FromMinutes(1));
    public Allowance ApiByNetwork { get; set; } = new(600, TimeSpan.FromMinutes(1));
}

public sealed record Allowance(int Most, TimeSpan Window)
{
    public Allowance() : this(0, TimeSpan.Zero) { }

    public int Most { get; set; } = Most;
    public TimeSpan Window { get; set; } = Window;
}

public enum NetworkLimit
{
    SignIn,
    Registration,
    Download,
    Check,
}

/// <summary>On a page whose forms anybody may send, or on a file anybody may fetch: they are counted by the asker's network.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LimitedByNetworkAttribute(NetworkLimit limit) : Attribute
{
    public NetworkLimit Limit { get; } = limit;
}

/// <summary>
/// Brakes against floods, kept in memory by each node. They are not what stops guessing a password or filling a
/// mailbox: that is counted by address in the database (<see cref="Attempts"/>). Networks are known by their
/// truncated address only (IPv4 to 24 bits, IPv6 to 48). A form that comes too soon is given back with its text.
/// </summary>
public static class RateLimits
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RateLimitOptions>(configuration.GetSection("RateLimits"));
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, options) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => ByNetwork(http, options.Value)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => ByAccount(http, options.Value)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => ByApi(http, options.Value)));
            limiter.OnRejected = AnswerAsync;
        });
        return services;
    }

    public static WebApplication UseRateLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        return app;
    }

    /// <summary>The network an address stands in, coarse enough to name no household.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "none";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var kept = bytes.Length == 4 ? 3 : 6;
        return Convert.ToHexString(bytes.AsSpan(0, kept));
    }

    private static RateLimitPartition<string> ByNetwork(HttpContext http, RateLimitOptions options)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<LimitedByNetworkAttribute>()?.Limit is not { } limit) return Free();
        var network = NetworkOf(http.Connection.RemoteIpAddress);
        if (limit == NetworkLimit.Download) return Window("download " + network, options.DownloadsByNetwork);
        if (!HttpMethods.IsPost(http.Request.Method)) return Free();
        return limit switch
        {
            NetworkLimit.SignIn => Window("sign-in " + network, options.SignInsByNetwork),
            NetworkLimit.Check => Window("check " + network, options.ChecksByNetwork),
            _ => Window("register " + network, options.RegistrationsByNetwork),
        };
    }

    private static RateLimitPartition<string> ByAccount(HttpContext http, RateLimitOptions options) =>
        IsWrite(http) && AccountOf(http) is { } account ? Window("account " + account, options.WritesByAccount) : Free();

    private static RateLimitPartition<string> ByApi(HttpContext http, RateLimitOptions options)
    {
        if (!http.Request.Path.StartsWithSegments(TokenHandler.Root)) return Free();
        return AccountOf(http) is { } account
            ? Window("api " + account, options.ApiByToken)
            : Window("api " + NetworkOf(http.Connection.RemoteIpAddress), options.ApiByNetwork);
    }

    private static bool IsWrite(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method);

    private static string? AccountOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<Viewer>().Id?.ToString(CultureInfo.InvariantCulture);

    private static RateLimitPartition<string> Free() => RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Window(string key, Allowance allowance) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = allowance.Most, Window = allowance.Window });

    private static async ValueTask AnswerAsync(OnRejectedContext context, CancellationToken cancel)
    {
        var http = context.HttpContext;
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        // Who only tries to get in has typed nothing worth giving back.
        if (await RescuedForm.CaptureAsync(http) is { } form && (form.Passwords.Count == 0 || form.Typed.Any())) Rescue.Offer(http, form, RescueReason.TooFast);
    }
}
