using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>On a page that people without an account fill in: a stale form comes back as it is, without asking to sign in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnonymousFormAttribute : Attribute;

/// <summary>
/// Turns "400, token invalid" into the form given back. An anonymous sender of a member's form was signed in
/// when they opened it, so they are asked to sign in first.
/// </summary>
public sealed class RescueFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is IAntiforgeryValidationFailedResult && await RescuedForm.CaptureAsync(http) is { } form)
        {
            var forAnybody = http.User.Identity?.IsAuthenticated == true || http.GetEndpoint()?.Metadata.GetMetadata<AnonymousFormAttribute>() is not null;
            Rescue.Offer(http, form, forAnybody ? RescueReason.Stale : RescueReason.SignedOut);
            context.Result = new EmptyResult();
        }

        await next();
    }
}
