using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Platform.Rendering;

/// <summary>
/// How Markdown will look, for the scripts of all forms that have a preview; without script the form itself shows it.
/// The text comes under one name, whatever its field is called: which field it is, the form's button says.
/// </summary>
public static class Preview
{
    public static WebApplication MapPreview(this WebApplication app)
    {
        // It changes nothing, so it needs no token against forged forms.
        app.MapPost("/pratinjau", Handle).RequireAuthorization(nameof(Permission.Participate)).DisableAntiforgery().ExcludeFromDescription();
        return app;
    }

    private static IResult Handle(IFormCollection form)
    {
        var text = Text.Normalize(form["text"]);
        return text.Length > Markdown.LongestPreview ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge) : Results.Content(Markdown.Render(text).ToString(), "text/html; charset=utf-8");
    }
}
