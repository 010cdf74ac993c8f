using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// Where the two buttons of a post lead; which of them was pressed, the form says. A GET comes from somebody who
/// pressed one before signing in: it changes nothing and leads back.
/// </summary>
internal static class SupportEndpoint
{
    public const string Field = "dukung";
    public const string Give = "beri";
    public const string TakeBack = "tarik";

    public static async Task<IResult> ShowAsync(long id, ForumDb db, CancellationToken cancel) =>
        await db.Posts.AsNoTracking().Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id, cancel) is { } post ? Results.LocalRedirect(AddressOf(post)) : Results.NotFound();

    public static async Task<IResult> HandleAsync(
        long id, HttpContext http, Supporting supporting, IAntiforgery antiforgery, RefusalTexts texts, CancellationToken cancel)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        bool? wanted = (await http.Request.ReadFormAsync(cancel))[Field].ToString() switch { Give => true, TakeBack => false, _ => null };
        if (wanted is not { } mine) return Results.BadRequest();
        if (await supporting.SetAsync(id, mine, cancel) is not { } set) return Results.NotFound();
        var byScript = http.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal);
        if (set.IsRefused(out var refusal))
            return byScript
                ? Results.Problem(texts.Of(refusal), statusCode: StatusCodes.Status422UnprocessableEntity, type: refusal.Code)
                : StatusAnswers.Refused(http, texts.Of(refusal));
        return byScript ? Results.Json(new { mine }) : Results.LocalRedirect(AddressOf(set.Value));
    }

    private static string AddressOf(Post post) => Urls.Post(post.Topic!, post.Number);
}
