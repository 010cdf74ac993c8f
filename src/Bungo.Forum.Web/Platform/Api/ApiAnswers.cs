using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform.Language;
using static Bungo.Forum.Web.Platform.Language.Texts;

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

    /// <summary>The key belongs to another request of the same sender: carrying this one out would answer for that one.</summary>
    public static IResult KeyUsed() => Results.Problem(
        detail: T("Kunci Idempotency-Key ini sudah Anda pakai untuk permintaan lain.", "You have used this Idempotency-Key for another request."),
        type: "idempotency-key-used",
        statusCode: StatusCodes.Status422UnprocessableEntity);

    private static int StatusOf(Refusal refusal)
    {
        if (refusal == AccountRefusals.TokenMissing || refusal == AccountRefusals.TokenInvalid) return StatusCodes.Status401Unauthorized;
        if (refusal == AccountRefusals.NotAllowed || refusal == AccountRefusals.Suspended || refusal == AccountRefusals.Erased) return StatusCodes.Status403Forbidden;
        return StatusCodes.Status422UnprocessableEntity;
    }
}
