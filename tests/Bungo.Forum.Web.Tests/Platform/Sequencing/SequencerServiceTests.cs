using System.Net;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing;

public sealed class SequencerServiceTests(TestPostgres postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A copy of an entry among what waits: the table refuses it, now and each time that it is tried.</summary>
    [Fact]
    public async Task What_the_tables_will_never_take_stops_the_ledger_and_the_writes()
    {
        await using var host = new LedgerHost(postgres);
        await host.InitializeAsync();
        await host.ActAsync((_, acts) => SequencerTests.Beat(acts, 1));
        await host.NumberAsync();
        await host.AskAsync("insert into ledger.pending (act_id, kind, object_id, leaf, recorded_at) select act_id, kind, object_id, leaf, recorded_at from ledger.entry where idx = 1");

        var options = new LedgerOptions { Folder = host.Folder, Origin = host.Files.Origin };
        using var service = new SequencerService(
            host.Services.GetRequiredService<NpgsqlDataSource>(), host.Files, host.State, Options.Create(options), TimeProvider.System, NullLogger<SequencerService>.Instance);
        await service.StartAsync(Cancel);
        // Only so that a service which goes on for ever fails this test and does not hang it.
        await service.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        Assert.Equal(LogTrouble.DatabaseInconsistent, host.State.Standing.Fault!.Trouble);
        Assert.Contains("ix_entry_act_id", host.State.Standing.Fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotAcceptedException>(() => host.ActAsync((_, acts) => SequencerTests.Beat(acts, 2)));
        using var http = new HttpClient { BaseAddress = host.Address };
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.UniqueViolation, true)]
    [InlineData(PostgresErrorCodes.UndefinedTable, true)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, true)]
    [InlineData(PostgresErrorCodes.AdminShutdown, false)]
    [InlineData(PostgresErrorCodes.QueryCanceled, false)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, false)]
    [InlineData(PostgresErrorCodes.TooManyConnections, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    [InlineData(PostgresErrorCodes.InvalidPassword, false)]
    public void A_database_that_goes_away_or_changes_sides_comes_back(string state, bool isLasting) =>
        Assert.Equal(isLasting, SequencerService.IsLasting(new("uji", "ERROR", "ERROR", state)));
}
