using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// One press gives support, the next takes it back. The topic's row lock makes the count and the rows agree, and
/// it is the topic's and not the post's because a reply, which holds the topic, counts itself on the post.
/// A GET comes from somebody who pressed the button before signing in: it changes nothing and leads back.
/// </summary>
internal static class SupportEndpoint
{
    public static async Task<IResult> HandleAsync(
        long id, HttpContext http, ForumDb db, ActRecorder acts, Viewer viewer, IAntiforgery antiforgery, RefusalTexts texts, TimeProvider clock, CancellationToken cancel)
    {
        if (HttpMethods.IsPost(http.Request.Method) && !await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        await acts.BeginAsync(cancel);
        await db.LockTopicOfPostAsync(id, cancel);
        var post = await db.Posts.Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (post is null) return Results.NotFound();
        var address = Urls.Post(post.Topic!, post.Number);
        if (HttpMethods.IsGet(http.Request.Method)) return Results.LocalRedirect(address);

        var account = await viewer.AccountAsync(cancel);
        var given = await db.Supports.FindAsync([id, account.Id], cancel);
        var now = clock.GetUtcNow();
        if (given is null)
        {
            if (post.GiveSupport(account, now).IsRefused(out var refusal)) return Refuse(refusal);
            db.Add(new Support(post.Id, account.Id, now));
        }
        else
        {
            if (post.TakeSupportBack(account, now).IsRefused(out var refusal)) return Refuse(refusal);
            db.Remove(given);
        }

        await acts.CommitAsync(new SupportChanged(post.Topic!, post), cancel);
        return http.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal)
            ? Results.Json(new { mine = given is null })
            : Results.LocalRedirect(address);

        IResult Refuse(Domain.Refusal refusal) => Results.Problem(texts.Of(refusal), statusCode: StatusCodes.Status422UnprocessableEntity, type: refusal.Code);
    }
}
