using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// Keeps finished pages for readers who are not signed in, until an act of a stream the page shows evicts it.
/// Who has any cookie of ours besides the language is never served from here nor kept here: pages of members
/// differ, and so does the page that carries a notice.
///
/// A page read just before a commit may be stored just after its eviction; hence the short life, and a
/// browser with script sees the gap in numbers and catches up at once.
/// </summary>
public sealed class PublicCache : IOutputCachePolicy
{
    public const string Name = "public";
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    public static readonly PublicCache Policy = new();

    /// <summary>Tags the page being made with a stream it shows. Call it before the page's data is read.</summary>
    public static void Tag(HttpContext http, string stream)
    {
        if (http.Features.Get<IOutputCacheFeature>() is { } cache) cache.Context.Tags.Add(stream);
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var anonymous = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && !request.Headers.ContainsKey("Authorization")
            && request.Cookies.All(c => c.Key == LanguageFeature.Cookie);
        context.EnableOutputCaching = anonymous;
        context.AllowCacheLookup = anonymous;
        context.AllowCacheStorage = anonymous;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Life;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["language"] = LanguageFeature.Of(request).TwoLetterISOLanguageName;
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(request.Headers.AcceptEncoding);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    // Browsers word the header in many ways; three kinds of answer are all there are.
    private static string Encoding(StringValues accept)
    {
        var text = accept.ToString();
        return text.Contains("br", StringComparison.Ordinal) ? "br" : text.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "none";
    }
}
