using System.Text;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Security;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// An answer that says no and nothing else gets a body: a page of the site for people, problem details for
/// programs. What went wrong inside is written to the log and never to the screen. When even the page of the
/// site cannot be made (the database away, a bug in the layout), a sentence in both languages is still said.
/// </summary>
public static class StatusAnswers
{
    private static readonly byte[] LastResort = Encoding.UTF8.GetBytes("""
        <!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gangguan</title>
        <h1>Situs sedang terganggu</h1><p>Coba lagi beberapa menit lagi. Yang baru saja Anda kirim mungkin belum tersimpan.</p>
        <p lang="en">The site is out of order. Try again in a few minutes. What you have just sent may not have been saved.</p></html>
        """);

    private static readonly object Reason = new();

    /// <summary>Why not, in the words of whoever says no; the page that is then shown repeats them.</summary>
    public static IResult Refused(HttpContext http, string why)
    {
        http.Items[Reason] = why;
        return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
    }

    public static string? ReasonOf(HttpContext http) => http.Items[Reason] as string;

    public static WebApplication UseStatusAnswers(this WebApplication app)
    {
        app.Use(SayAtLeastSomethingAsync);
        app.UseWhen(IsForPrograms, api =>
        {
            api.UseExceptionHandler(Handler(null));
            api.UseStatusCodePages();
        });
        app.UseWhen(http => !IsForPrograms(http), pages =>
        {
            pages.UseExceptionHandler(Handler("/galat/500"));
            pages.UseStatusCodePagesWithReExecute("/galat/{0}");
        });
        return app;
    }

    // A write that is refused while the ledger stands still is no failure of its own: the ledger's has been told, once.
    private static ExceptionHandlerOptions Handler(PathString page) => new()
    {
        ExceptionHandlingPath = page,
        StatusCodeSelector = StatusOf,
        AllowStatusCode404Response = true,
        SuppressDiagnosticsCallback = failure => failure.Exception is NotAcceptedException,
    };

    private static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments(TokenHandler.Root) || http.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal);

    /// <summary>A request that was itself wrong (a form too large, a header malformed) is not the site's failure.</summary>
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        NotAcceptedException => StatusCodes.Status503ServiceUnavailable,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task SayAtLeastSomethingAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.Body.WriteAsync(LastResort);
        }
    }
}
