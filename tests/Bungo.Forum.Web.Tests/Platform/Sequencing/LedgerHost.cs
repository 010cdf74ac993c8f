using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing;

/// <summary>A site whose acts a test numbers itself, with a folder of its own for the ledger's files and key.</summary>
public sealed class LedgerHost(TestPostgres postgres) : ForumHost(postgres)
{
    /// <summary>The folder of a closed log that this one follows.</summary>
    public string Previous { get; init; } = "";

    protected override Dictionary<string, string?> Settings => new(base.Settings)
    {
        ["Ledger:Previous"] = Previous,
        ["Ledger:Origin"] = Previous.Length == 0 ? "buku.contoh.example/1" : "buku.contoh.example/2",
    };

    public LogFolder Files => Services.GetRequiredService<LogFolder>();

    public LogState State => Services.GetRequiredService<LogState>();

    protected override Task<string> DatabaseAsync(TestPostgres postgres) => ConnectionString.Length > 0 ? Task.FromResult(ConnectionString) : base.DatabaseAsync(postgres);

    /// <summary>The site stops, something happens to its database, and it starts again over the same folder.</summary>
    public async Task RestartAsync(Func<Task> meanwhile)
    {
        await StopAsync();
        await meanwhile();
        await InitializeAsync();
    }

    internal Task<Sequencer?> TakeAsync(Action<SequencerStep>? reached = null) => Sequencer.TryTakeAsync(
        Services.GetRequiredService<NpgsqlDataSource>(), Services.GetRequiredService<IOptions<LedgerOptions>>().Value, Files, Clock, reached, default);

    /// <summary>Numbers all that waits, as a process would that starts and stops.</summary>
    public async Task NumberAsync(Action<SequencerStep>? reached = null)
    {
        await using var sequencer = await TakeAsync(reached) ?? throw new InvalidOperationException("Somebody else has the lock.");
        while (await sequencer.RunBatchAsync(default))
        {
        }
    }

    /// <summary>The acts of the log as its files tell them, after checking that files, head and database say the same.</summary>
    public async Task<IReadOnlyList<Leaf>> LogAsync()
    {
        var (_, checkpoint) = Files.Head()!.Value;
        Assert.Equal(checkpoint.Head, LogEdge.Load(checkpoint.Size, Files).Head);
        var leaves = TilePath.Of(checkpoint.Size).Where(p => p.IsBundle).SelectMany(p => Files.Bundle(p)).Select(e => Leaf.Parse(e.Span)).ToList();
        Assert.Equal(checkpoint.Head, LogEdge.Empty.Append(leaves.Select(l => l.Bytes)).Edge.Head);
        Assert.Equal(leaves.Count, leaves.Select(l => l.Id).Distinct().Count());
        Assert.Equal((long)leaves.Count, await AskAsync("select count(*) from ledger.entry"));
        Assert.Equal(Encoding.UTF8.GetString(Files.Read(LogFolder.Checkpoint)!), await AskAsync("select convert_from(note, 'UTF8') from ledger.head"));
        return leaves;
    }

    public Task DumpAsync(string file, string format = "custom") => Postgres.DumpAsync(DatabaseName, file, format);

    /// <summary>Puts a backup in the place of the running site's database.</summary>
    public async Task RestoreAsync(string file)
    {
        await Postgres.RestoreAsync(DatabaseName, file);
        NpgsqlConnection.ClearAllPools();
        await SetDatabaseClockAsync();
    }

    private string DatabaseName => new NpgsqlConnectionStringBuilder(ConnectionString).Database!;

    public async Task<object?> AskAsync(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
