using System.Buffers;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Http.Features;

namespace Bungo.Forum.Web.Platform.Sequencing.Witnesses;

/// <summary>
/// Where a witness that pulls hands its cosignature in (<c>POST /buku/v1/saksi</c>: the checkpoint with its line below), and
/// where anybody reads the newest checkpoint that has a quorum. It asks nobody to sign in: a cosignature proves itself.
/// </summary>
internal static class CosignatureDesk
{
    public static void MapWitnesses(this WebApplication app)
    {
        app.MapPost("/buku/v1/saksi", TakeAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new LimitedByNetworkAttribute(NetworkLimit.Check)).ExcludeFromDescription();
        app.MapGet("/buku/v1/" + LogFolder.WitnessedFile, (LogFolder files, HttpResponse response) => Answer(files, LogFolder.WitnessedFile, response))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/buku/v1/kepala/sebelum", (LogFolder files, HttpResponse response) => Answer(files, "kepala/sebelum", response)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/buku/v1/kepala/{size:long:min(0)}", (long size, LogFolder files, HttpResponse response) => Answer(files, LogFolder.Statement(size), response))
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Answer(LogFolder files, string name, HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.CacheControl = "max-age=2";
        return files.Read(name) is { } bytes ? Results.Bytes(bytes, "text/plain; charset=utf-8") : Results.NotFound();
    }

    private static async Task<IResult> TakeAsync(HttpContext http, Cosignatures cosignatures)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = WitnessPush.LongestAnswer;
        var bytes = new ArrayBufferWriter<byte>();
        try
        {
            int read;
            while ((read = await http.Request.Body.ReadAsync(bytes.GetMemory(4096), http.RequestAborted)) > 0) bytes.Advance(read);
        }
        catch (BadHttpRequestException wrong)
        {
            // Too long, or broken off: the sender's fault, and not one for the log of errors.
            return Results.StatusCode(wrong.StatusCode);
        }

        return cosignatures.Take(bytes.WrittenSpan) switch
        {
            null => Results.Ok(),
            CosignatureRefusal.Malformed => Results.BadRequest(),
            CosignatureRefusal.NotByAWitness => Results.StatusCode(StatusCodes.Status403Forbidden),
            _ => Results.StatusCode(StatusCodes.Status409Conflict),
        };
    }
}
