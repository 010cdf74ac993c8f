namespace Bungo.Forum.Web.Features.Home;

/// <summary>
/// The front page and the page that says what this forum is. The front page answers three questions in the order in
/// which people ask them: what can I take part in now, what is new, how does it work. It reads the tables of other
/// features and none of their code, and counts no posts: topics keep their counts.
/// </summary>
public static class HomeFeature
{
    private const string Mark = "favicon.svg";

    public static WebApplication MapHome(this WebApplication app)
    {
        app.MapGet("/" + Mark, () => Results.Stream(typeof(HomeFeature).Assembly.GetManifestResourceStream(Mark)!, "image/svg+xml")).AllowAnonymous().ExcludeFromDescription();
        // Feed readers and old browsers ask for this name without having read any page.
        app.MapGet("/favicon.ico", () => Results.LocalRedirect("/" + Mark, permanent: true)).AllowAnonymous().ExcludeFromDescription();
        return app;
    }
}
