using System.Diagnostics;
using Bungo.Forum.Web.Platform.Security;

namespace Bungo.Forum.Web.Platform.Api;

/// <summary>
/// Under <c>/api</c> a problem is told as problem details whatever the caller wanted to read: who asked for CSV would
/// get a line of plain text from the framework's own writer, which takes an <c>Accept</c> header at its word.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments(TokenHandler.Root);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        problem.Status ??= http.Response.StatusCode;
        http.Response.StatusCode = problem.Status.Value;
        problem.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
        ProblemTexts.Customize(context);
        await http.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, "application/problem+json", http.RequestAborted);
    }
}
