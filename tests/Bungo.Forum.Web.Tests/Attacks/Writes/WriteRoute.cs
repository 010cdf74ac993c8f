using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Attacks.Writes;

/// <summary>Every way to write that the running site answers: a new page, handler or address is here without anybody adding it.</summary>
internal static class WriteRoute
{
    private static readonly string[] Reading = ["GET", "HEAD", "OPTIONS"];

    /// <returns><c>POST /akun/token?Revoke</c>; <c>* /jobs/{**path}</c> for what answers any method.</returns>
    public static async Task<IReadOnlyList<string>> AllAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var keys = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var handlers = (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods;
                keys.AddRange(handlers.Where(h => !Reading.Contains(h.HttpMethod.ToUpperInvariant()))
                    .Select(h => $"{h.HttpMethod.ToUpperInvariant()} {address}{(h.Name is null ? "" : "?" + h.Name)}"));
            }
            else if (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { } methods)
            {
                keys.AddRange(methods.Where(m => !Reading.Contains(m)).Select(m => $"{m} {address}"));
            }
            else
            {
                keys.Add($"* {address}");
            }
        }

        return [.. keys.Distinct().Order(StringComparer.Ordinal)];
    }
}
