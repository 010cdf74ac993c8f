using Microsoft.Net.Http.Headers;

namespace Bungo.Forum.Web.Platform.Assets;

/// <summary>
/// The pages' styles and scripts (wwwroot-assets, bundled at build and embedded in this assembly). Their names carry
/// a fingerprint, so a browser keeps them for ever and a new version is a new name. They were compressed at build
/// with the best effort and are held in memory: together they are smaller than one photograph.
/// </summary>
public static class Assets
{
    /// <summary>For the developer's loop (<c>.ci/dev</c>): take the bundler's folder as it is now, not what was embedded.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("FORUM_ASSETS");

    private static readonly AssetSet Embedded = AssetSet.Embedded();

    private static AssetSet Current => Folder is null ? Embedded : AssetSet.Of(Folder);

    /// <param name="name">Plain name: <c>site.css</c>.</param>
    public static string Url(string name) => AssetSet.Root + Current.Names[name];

    public static WebApplication MapAssets(this WebApplication app)
    {
        app.MapMethods(AssetSet.Root + "{file}", [HttpMethods.Get, HttpMethods.Head], Serve).AllowAnonymous();
        return app;
    }

    private static IResult Serve(string file, HttpContext http)
    {
        if (!Current.Files.TryGetValue(file, out var asset)) return Results.NotFound();
        var (bytes, encoding) = asset.For(http.Request.Headers.AcceptEncoding.ToString());
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) headers.ContentEncoding = encoding;
        return Results.Bytes(bytes, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{file}{(encoding is null ? "" : "." + encoding)}\""));
    }
}
