using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Platform.Api;
using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>Flagging for programs. Post and person are the key, so a request sent again needs no key of its own.</summary>
internal static class ModerationApi
{
    public static void MapModerationApi(this WebApplication app) =>
        app.MapPost("/api/v1/posts/{id:long}/flags", FlagAsync).WithTags("posts")
            .RequireAuthorization(nameof(Permission.Participate)).WithSummary("Flag a post; one person counts once");

    private static async Task<IResult> FlagAsync(long id, NewFlagV1 input, Flagging flagging, RefusalTexts texts, CancellationToken cancel)
    {
        if (await flagging.FlagAsync(id, Codes.ParseReason(input.Reason), input.Note, cancel) is not { } flagged) return Results.NotFound();
        if (flagged.IsRefused(out var refusal)) return texts.Problem(refusal);
        return Results.Json(new FlaggedV1(id, flagged.Value.Reason.Code(), flagged.Value.At), statusCode: StatusCodes.Status201Created);
    }
}
