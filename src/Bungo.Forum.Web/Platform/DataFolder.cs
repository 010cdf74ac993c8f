namespace Bungo.Forum.Web.Platform;

/// <summary>Where this installation keeps what is not in the database: <c>FORUM_DATA</c>, or <c>.data</c> where it was started.</summary>
public static class DataFolder
{
    public static string Path { get; } = System.IO.Path.GetFullPath(
        Environment.GetEnvironmentVariable("FORUM_DATA") is { Length: > 0 } given ? given : ".data");
}
