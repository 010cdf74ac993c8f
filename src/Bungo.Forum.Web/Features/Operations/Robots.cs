using Bungo.Forum.Web.Platform;

namespace Bungo.Forum.Web.Features.Operations;

/// <summary>Search engines are welcome to what is public; what asks to sign in or costs work for nothing is named.</summary>
internal static class Robots
{
    private const string Text = $"""
        User-agent: *
        Disallow: {Urls.SignIn}
        Disallow: /daftar
        Disallow: /sandi
        Disallow: /akun
        Disallow: /bahasa/
        Disallow: /lapor/
        Disallow: /live
        Disallow: /papan
        Disallow: {Urls.ManageAnnouncements}
        Disallow: {Urls.WriteAnnouncement}
        Disallow: /moderasi
        Allow: {Urls.ModerationLog}

        """;

    public static void MapRobots(this WebApplication app) =>
        app.MapGet("/robots.txt", () => Results.Text(Text, "text/plain; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
}
