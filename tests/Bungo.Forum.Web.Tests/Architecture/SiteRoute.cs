using Bungo.Forum.Domain.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Architecture;

/// <summary>An address of the running site: where, by which methods, for whom.</summary>
internal sealed record SiteRoute(RoutePattern Pattern, IReadOnlyList<string> Methods, bool IsOpenToAll, IReadOnlyList<string> Policies)
{
    public string Address => "/" + Pattern.RawText!.TrimStart('/');

    public bool IsApi => Address.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>The figures' address: open to a collector on this very machine, where the tests stand too; elsewhere to administrators.</summary>
    public bool IsOpenToThisMachine => Policies.Contains("LocalOrAdminister");

    public IReadOnlyList<Permission> Permissions => [.. Policies.Where(p => !IsOpenToThisMachine).Select(Enum.Parse<Permission>)];

    /// <summary>Some address the route takes; whether anything stands there does not matter to who may ask.</summary>
    public string Sample => "/" + string.Join('/', Pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(SampleOf))));

    public override string ToString() =>
        $"{string.Join(',', Methods),-16} {Address,-64} {(IsOpenToAll ? "anybody" : Policies.Count == 0 ? "signed in" : string.Join(" + ", Policies))}".TrimEnd();

    public static async Task<IReadOnlyList<SiteRoute>> AllAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var routes = new List<SiteRoute>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var (metadata, methods) = (endpoint.Metadata, endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]);
            if (metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                // What a page's class says of itself joins the endpoint when the page is loaded, at its first request.
                var compiled = await loader.LoadAsync(page, metadata);
                metadata = new EndpointMetadataCollection([.. metadata, .. compiled.HandlerTypeInfo.GetCustomAttributes(inherit: true)]);
                methods = [.. compiled.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Append("GET").Distinct()];
            }

            var policies = metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Distinct().Order(StringComparer.Ordinal);
            routes.Add(new SiteRoute(
                endpoint.RoutePattern, [.. methods.Order(StringComparer.Ordinal)], metadata.GetMetadata<IAllowAnonymous>() is not null, [.. policies]));
        }

        return [.. routes.OrderBy(r => r.Address, StringComparer.Ordinal).ThenBy(r => r.ToString(), StringComparer.Ordinal)];
    }

    private string SampleOf(RoutePatternPart part)
    {
        if (part is not RoutePatternParameterPart parameter) return part is RoutePatternLiteralPart literal ? literal.Content : ((RoutePatternSeparatorPart)part).Content;
        var constraints = parameter.ParameterPolicies.Select(p => p.Content ?? "").ToList();
        if (constraints.Contains("slugged")) return "1-x";
        if (constraints.Any(c => c is "int" or "long")) return "1";
        return constraints.Any(c => c == "guid") ? Guid.Empty.ToString() : "x";
    }
}
