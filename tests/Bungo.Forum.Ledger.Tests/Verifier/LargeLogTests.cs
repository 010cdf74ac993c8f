using System.Diagnostics;
using Bungo.Forum.Verifier;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>A log that does not fit into what the check keeps in memory: it goes to the temporary folder, and nothing of it stays there.</summary>
public sealed class LargeLogTests : IDisposable
{
    private const int Posts = 30_000;

    private readonly APackage _package = new();
    private readonly string _temporary = Directory.CreateTempSubdirectory("temporary-").FullName;

    public LargeLogTests()
    {
        var topic = ObjectId.New();
        for (var i = 1; i <= Posts; i++)
        {
            _package.Add(APackage.Act("pos.buat", ObjectId.New(), 6).Clear("utas", topic).Clear("nomor", i)
                .Commit("body", "text/markdown", APackage.Text("Masukan " + i)).Commit("actor", "text/plain", APackage.Text("x")));
        }

        _package.Write();
    }

    public void Dispose()
    {
        _package.Dispose();
        Directory.Delete(_temporary);
    }

    [Fact]
    public void It_is_checked_like_a_small_one_and_leaves_nothing_behind()
    {
        var lost = _package.Leaf(20_000).Id.ToString();
        _package.Openings.RemoveAll(o => o.Contains(lost, StringComparison.Ordinal) && o.Contains("\"label\":\"body\"", StringComparison.Ordinal));
        _package.Openings[40] = _package.Openings[40].Replace("Masukan", "masukan", StringComparison.Ordinal);
        Assert.Equal([("openings.jsonl", 41L, "opening-mismatch"), ("tile/entries/078", 20_000L, "lost-without-record")], _package.Faults());
        var (status, output) = Run("");
        Assert.Equal((VerifyCommand.FaultFound, true), (status, output.Contains("(2)", StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFileSystemEntries(_temporary));
    }

    [Fact]
    public void Without_room_for_it_nothing_is_judged_and_the_reason_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ulimit is a shell's");
        // No file larger than 64 KiB: what a full disk says, for a process alone.
        var (status, output) = Run("trap '' XFSZ; ulimit -f 64; ");
        Assert.True(status == VerifyCommand.CannotJudge, $"{status}: {output}");
        Assert.StartsWith("Tidak dapat dinilai: tidak ada tempat di folder sementara", output, StringComparison.Ordinal);
        Assert.Contains("TMPDIR", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_temporary));
    }

    private (int Status, string Output) Run(string limits)
    {
        var start = new ProcessStartInfo("sh", ["-c", $"{limits}exec dotnet \"$0\" \"$1\"", typeof(VerifyCommand).Assembly.Location, _package.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = _temporary;
        // The runtime's own mapped files, and its diagnostics socket in that folder, are none of the check's.
        (start.Environment["DOTNET_EnableWriteXorExecute"], start.Environment["DOTNET_EnableDiagnostics"]) = ("0", "0");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
