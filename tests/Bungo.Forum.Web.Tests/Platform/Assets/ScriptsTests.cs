using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Bungo.Forum.Web.Tests.Platform.Assets;

/// <summary>The scripts' own tests, types and weights (wwwroot-assets), so that one command tells about everything.</summary>
public class ScriptsTests
{
    [Fact]
    public async Task The_scripts_pass_their_tests()
    {
        var output = await NpmAsync("test");
        var passed = int.Parse(Regex.Match(output, @"^# pass (\d+)", RegexOptions.Multiline).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(passed > 0, output);
    }

    [Fact]
    public async Task Types_hold_and_no_bundle_outgrew_its_budget() => await NpmAsync("run", "check");

    private static async Task<string> NpmAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("npm", ["--silent", .. arguments])
        {
            WorkingDirectory = Path.Combine(SourceTree.Root, "wwwroot-assets"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the runner of one test says to another (node's too reads such variables) is not meant for this one.
        start.Environment.Remove("NODE_TEST_CONTEXT");
        using var npm = Process.Start(start)!;
        var error = npm.StandardError.ReadToEndAsync();
        var output = await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, output + await error);
        return output;
    }
}
