using System.Diagnostics;
using System.Globalization;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>Short programs of the system (install, test, initdb), run to their end with their words kept.</summary>
internal static class Tool
{
    internal static async Task<(int ExitCode, string Output)> RunAsync(
        ServerUser user, string program, string[] arguments, CancellationToken cancel)
    {
        using var process = Process.Start(user.Command(program, arguments))
            ?? throw new InvalidOperationException(program + " did not start.");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, (await output + await errors).Trim());
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    internal static async Task<int?> NumberAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var (exitCode, output) = await RunAsync(ServerUser.Self, program, arguments, cancel);
        return exitCode == 0 && int.TryParse(output, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
