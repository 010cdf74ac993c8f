using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform.Rendering;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>How Markdown will look, for the form's script; without script the form itself shows it.</summary>
internal static class PreviewEndpoint
{
    public static IResult Handle(IFormCollection form)
    {
        var text = Text.Normalize(form["Body"]);
        return text.Length > Post.LongestBody ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge) : Results.Content(Markdown.Render(text).ToString(), "text/html; charset=utf-8");
    }
}
