using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.Platform.Api;

/// <summary>How the API says no, everywhere alike: problem details whose <c>type</c> is the refusal's code.</summary>
public static class ApiAnswers
{
    public static IResult Problem(this RefusalTexts texts, Refusal refusal) => Results.Problem(
        detail: texts.Of(refusal),
        type: refusal.Code,
        statusCode: StatusOf(refusal));

    /// <summary>The caller's <c>Idempotency-Key</c> (a UUID): the same request sent again answers as the first did.</summary>
    public static Guid? IdempotencyKey(this HttpRequest request) =>
        Guid.TryParse(request.Headers["Idempotency-Key"], out var key) ? key : null;

    private static int StatusOf(Refusal refusal)
    {
        if (refusal == AccountRefusals.TokenMissing || refusal == AccountRefusals.TokenInvalid) return StatusCodes.Status401Unauthorized;
        if (refusal == AccountRefusals.NotAllowed || refusal == AccountRefusals.Suspended) return StatusCodes.Status403Forbidden;
        return StatusCodes.Status422UnprocessableEntity;
    }
}
