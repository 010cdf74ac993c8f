using System.Diagnostics;
using System.Reflection;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing;

/// <summary>
/// <c>kill -9</c> at each step of a batch. The sequencer that dies is a process of its own: this very program, started
/// again for the one explicit test below.
/// </summary>
public sealed class KilledSequencerTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private const string Order = "FORUM_TEST_SEQUENCER";
    private const int Killed = 128 + 9;

    [Theory]
    [InlineData(SequencerStep.Appended, 0)]
    [InlineData(SequencerStep.Committed, 5)]
    [InlineData(SequencerStep.SignatureMade, 5)]
    [InlineData(SequencerStep.Noted, 5)]
    [InlineData(SequencerStep.TilesWritten, 5)]
    [InlineData(SequencerStep.Published, 5)]
    public async Task Nothing_is_lost_or_taken_twice_and_what_was_signed_stays(SequencerStep step, int numbered)
    {
        await host.NumberAsync();
        var before = await host.LogAsync();
        for (var i = 0; i < 5; i++) await host.ActAsync((_, acts) => SequencerTests.Beat(acts, i));

        Assert.Equal(Killed, await DieAsync(step));
        Assert.Equal((long)before.Count + numbered, await host.AskAsync("select size from ledger.head"));
        Assert.Equal(5L - numbered, await host.AskAsync("select count(*) from ledger.pending"));

        // More comes before the next start, so that a batch formed anew is another one.
        await host.ActAsync((_, acts) => SequencerTests.Beat(acts, 99));
        await host.NumberAsync();
        var log = await host.LogAsync();
        Assert.Equal(before.Count + 6, log.Count);
        Assert.Equal(before.Select(l => l.Id), log.Take(before.Count).Select(l => l.Id));
    }

    [Fact(Explicit = true)]
    public async Task The_process_that_dies()
    {
        if (Environment.GetEnvironmentVariable(Order)?.Split('|') is not [var connection, var folder, var origin, var step]) return;
        var at = Enum.Parse<SequencerStep>(step);
        var options = new LedgerOptions { Folder = folder, Origin = origin };
        await using var database = NpgsqlDataSource.Create(connection);
        var isArmed = false;
        await using var sequencer = await Sequencer.TryTakeAsync(
            database, options, new LogFolder(Options.Create(options), Options.Create(new RegionOptions())), TimeProvider.System, Reached, default);
        isArmed = true;
        await sequencer!.RunBatchAsync(default);

        void Reached(SequencerStep now)
        {
            if (!isArmed || now != at) return;
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private async Task<int> DieAsync(SequencerStep step)
    {
        var method = $"{typeof(KilledSequencerTests).FullName}.{nameof(The_process_that_dies)}";
        var start = new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location, "-method", method, "-explicit", "only"])
        {
            RedirectStandardOutput = true,
            Environment = { [Order] = string.Join('|', host.ConnectionString, host.Folder, host.Files.Origin, step) },
        };
        using var process = Process.Start(start)!;
        var words = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (process.ExitCode != Killed) TestContext.Current.AddWarning(words);
        // The server learns of the death by the closed socket, a moment later, and only then is the lock free.
        while ((long)(await host.AskAsync("select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"))! > 0) await Task.Delay(20);
        return process.ExitCode;
    }
}
