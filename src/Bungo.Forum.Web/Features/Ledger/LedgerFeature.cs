using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Sequencing;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>
/// The public ledger as anybody's program reads it, at the addresses of C2SP tlog-tiles. Log, keys and policy come from
/// the files alone; receipts are made from them; only openings are asked of the database, for they can be closed.
/// </summary>
public static class LedgerFeature
{
    public const string Root = "/buku/v1";

    private const string Text = "text/plain; charset=utf-8";
    private const string Moment = "max-age=2";
    private const string ForEver = "public, max-age=31536000, immutable";

    public static IServiceCollection AddLedger(this IServiceCollection services) => services.AddScoped<Receipts>().AddScoped<Openings>().AddScoped<PackageExport>();

    public static WebApplication MapLedger(this WebApplication app)
    {
        var log = app.MapGroup(Root).AllowAnonymous().ExcludeFromDescription();
        log.AddEndpointFilter(async (context, next) =>
        {
            // Whoever checks may do so from a page of their own.
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return await next(context);
        });
        foreach (var name in (string[])[LogFolder.Checkpoint, LogFolder.Keys, LogFolder.Policy])
            log.MapGet("/" + name, (LogFolder files, HttpResponse response) => Answer(response, files.Read(name), Text, Moment));
        log.MapGet("/tile/{**path}", (string path, LogFolder files, HttpResponse response) =>
            Answer(response, TilePath.TryParse("tile/" + path, out var tile) ? files.Read(tile) : null, "application/octet-stream", ForEver));
        log.MapGet("/tanda-terima/{act}", ReceiptAsync);
        log.MapGet("/buka/{act}/{label}", OpeningAsync);
        return app;
    }

    private static IResult Answer(HttpResponse response, byte[]? bytes, string type, string life)
    {
        if (bytes is null) return Results.NotFound();
        response.Headers.CacheControl = life;
        return Results.Bytes(bytes, type);
    }

    private static async Task<IResult> ReceiptAsync(string act, Receipts receipts, HttpResponse response, CancellationToken cancel)
    {
        if (!ActId.TryParse(act, out var id)) return Results.NotFound();
        response.Headers.CacheControl = "no-store";
        var (found, receipt) = await receipts.FindAsync(id, cancel);
        if (!found) return Results.NotFound();
        return receipt is null
            ? Results.Text("tercatat\n", Text, statusCode: StatusCodes.Status202Accepted)
            : Results.File(receipt.ToBytes(), Receipt.MediaType, id + Receipt.FileExtension);
    }

    private static async Task<IResult> OpeningAsync(string act, string label, Openings openings, HttpResponse response, CancellationToken cancel)
    {
        if (!ActId.TryParse(act, out var id)) return Results.NotFound();
        // What is closed must be closed at once, so nobody keeps what was open.
        response.Headers.CacheControl = "no-store";
        return await openings.FindAsync(id, label, cancel) is { } found ? Results.Bytes(found, "application/json") : Results.NotFound();
    }
}
