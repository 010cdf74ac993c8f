namespace Bungo.Forum.Web.Platform.Security;

/// <summary>
/// Answers a refused form with the page that gives it back. The request runs a second time, as a GET of that
/// page, through everything that stands after this: routing, language, headers, sign-in.
/// </summary>
public sealed class RescueMiddleware(RequestDelegate next)
{
    public const string ResendPath = "/lanjutkan";

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (Rescue.Offered(http) is not { } offer || http.Response.HasStarted) return;

        var request = http.Request;
        var (method, path, query) = (request.Method, request.Path, request.QueryString);
        var status = offer.Reason switch
        {
            RescueReason.SignedOut => StatusCodes.Status401Unauthorized,
            RescueReason.Stale => StatusCodes.Status400BadRequest,
            RescueReason.TooFast => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status200OK,
        };
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        request.Method = HttpMethods.Get;
        request.Path = offer.Reason == RescueReason.SignedOut ? Urls.SignIn : ResendPath;
        request.QueryString = QueryString.Empty;
        http.Response.StatusCode = status;
        try
        {
            await next(http);
        }
        finally
        {
            (request.Method, request.Path, request.QueryString) = (method, path, query);
        }
    }
}
