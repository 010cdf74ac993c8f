using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>
/// What somebody gets who is not signed in and should be. A reader is led to the sign-in page and back; a form
/// comes along; a script is told so in a way it understands.
/// </summary>
internal static class RescueChallenge
{
    public static async Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (await RescuedForm.CaptureAsync(context.HttpContext) is { } form) Rescue.Offer(context.HttpContext, form, RescueReason.SignedOut);
        else if (context.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal)) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.Redirect(context.RedirectUri);
    }
}
