namespace Bungo.Forum.Web.Platform.Assets;

public static class Assets
{
    public static string Url(string name) => "/dist/" + name;
}
