using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>
/// The public ledger. Programs read it at the addresses of C2SP tlog-tiles, people on the pages under <c>/buku</c>. Log,
/// keys and policy come from the files alone, for both; receipts are made from them; only openings are asked of the
/// database, for they can be closed.
///
/// A receipt is checked by the browser, with code of its own. The server checks too, for who has no script, and says that
/// it was the server: the one that is to be held to its word is no judge of it.
/// </summary>
public static class LedgerFeature
{
    public const string Root = "/buku/v1";

    private const string Text = "text/plain; charset=utf-8";
    private const string Moment = "max-age=2";
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Whoever mirrors the log may ask first whether a file is there and how long it is.</summary>
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddScoped<Receipts>()
        .AddScoped<Openings>()
        .AddScoped<OwnActs>()
        .AddScoped<ActSubjects>()
        .AddScoped<PackageExport>()
        .AddScoped<ShownWords>()
        .AddSingleton<LogReading>()
        .AddScoped<IPersonalData, LedgerPersonalData>()
        .AddScoped<ILiveFragment, LedgerHeadFragment>()
        .AddHostedService<HeadWatch>();

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
            log.MapMethods("/" + name, Reading, (LogFolder files, HttpResponse response) => Answer(response, files.Read(name), Text, Moment));
        log.MapMethods("/tile/{**path}", Reading, (string path, LogFolder files, HttpResponse response) =>
            Answer(response, TilePath.TryParse("tile/" + path, out var tile) ? files.Read(tile) : null, "application/octet-stream", ForEver));
        log.MapGet("/tanda-terima/{act}", ReceiptAsync);
        log.MapGet("/buka/{act}/{label}", OpeningAsync);
        app.MapGet("/buku/tanda-terima/{act}/lengkap", FullReceiptAsync).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/diskusi/kiriman/{id:long}/bukti", NewestOfPostAsync).AllowAnonymous().ExcludeFromDescription();
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

    /// <summary>With what opens the act, to its author alone; to others it does not exist.</summary>
    private static async Task<IResult> FullReceiptAsync(string act, OwnActs own, Receipts receipts, ForumDb db, Viewer viewer, HttpResponse response, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        if (!ActId.TryParse(act, out var parsed)) return Results.NotFound();
        var id = parsed.ToGuid();
        if (await db.RecordedActs.AsNoTracking().FirstOrDefaultAsync(a => a.ActId == id, cancel) is not { } found) return Results.NotFound();
        var leaf = Leaf.Parse(found.Leaf);
        if (await own.OpeningsAsync(leaf, await viewer.AccountAsync(cancel), cancel) is not { } openings) return Results.NotFound();
        return receipts.Make(leaf, found.Index, openings) is { } receipt
            ? Results.File(receipt.ToBytes(), Receipt.MediaType, $"{parsed}-lengkap{Receipt.FileExtension}")
            : Results.Text("menunggu\n", Text, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>From a post to what was recorded of it last; its page lists what came before.</summary>
    private static async Task<IResult> NewestOfPostAsync(long id, ForumDb db, CancellationToken cancel)
    {
        var thing = db.Posts.Where(p => p.Id == id).Select(p => p.ObjectId);
        return await db.Set<ActHead>().Where(h => thing.Contains(h.ObjectId)).Select(h => (Guid?)h.ActId).FirstOrDefaultAsync(cancel) is { } act
            ? Results.Redirect(Urls.ActReceipt(ActId.From(act).ToString()))
            : Results.NotFound();
    }
}
