using System.Diagnostics;

namespace Bungo.Forum.Ledger.Tests.ThirdParty;

/// <summary>A program that is not ours. Where it is not installed the test is skipped, and says so; `./forum test` brings it.</summary>
internal static class Tool
{
    private const string GoPath = "/usr/share/gocode"; // where Debian keeps Go's packages

    public static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "third-party");

    public static string Openssl => Find("openssl");

    public static string Go
    {
        get
        {
            Assert.SkipUnless(Directory.Exists(GoPath + "/src/golang.org/x/mod/sumdb"), "golang-golang-x-mod-dev is not installed");
            return Find("go");
        }
    }

    public static (int Status, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["GO111MODULE"], start.Environment["GOPATH"], start.Environment["GOFLAGS"]) = ("off", GoPath, "");
        start.Environment["GOCACHE"] = Path.Combine(Path.GetTempPath(), "bungo-forum-gocache");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>Builds one of the Go sources beside the tests, once.</summary>
    public static string Built(string source)
    {
        var (go, program) = (Go, Path.Combine(AppContext.BaseDirectory, source));
        var built = Run(go, "build", "-o", program, Path.Combine(Sources, source + ".go"));
        Assert.True(built.Status == 0, built.Output);
        return program;
    }

    private static string Find(string name)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{name} is not installed");
        return found!;
    }
}
