using System.Runtime.CompilerServices;

namespace Bungo.Forum.Web.Tests;

/// <summary>The checkout the tests were built from, for guards that read source.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Bungo.Forum.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run apart from their source.");
        return folder.FullName;
    }
}
