namespace Bungo.Forum.Web.Platform;

/// <summary>Names the build that runs, so that a page left open for months can tell that a newer one does.</summary>
public static class SiteVersion
{
    public static string Text { get; } = typeof(SiteVersion).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];
}
