using Bungo.Forum.Web.Platform.Region;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Bungo.Forum.Web.Platform.Api;

/// <summary>
/// The API described. Its server is the site's own address: the framework would take it from the request, and
/// whoever asks under another host's name would get a document that sends programs, with their tokens, there.
/// </summary>
internal static class ApiDocument
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, context, _) =>
        {
            document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<IOptions<RegionOptions>>().Value.PublicAddress }];
            return Task.CompletedTask;
        }));
}
