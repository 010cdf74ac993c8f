using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Witnessing;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing.Witnesses;

/// <summary>A site with a log of its own, and beside it the institution's witness, as a server and as a folder.</summary>
internal sealed class ASiteWithAWitness(TestPostgres postgres, string previous = "") : IAsyncDisposable
{
    private WebApplication? _server;

    public string WitnessPlace { get; } = Path.Combine(Path.GetTempPath(), "forum-saksi-" + Guid.NewGuid().ToString("N")[..8]);

    public LedgerHost Host { get; } = new(postgres) { Previous = previous };

    public WitnessFolder Witness { get; private set; } = null!;

    public WitnessPush Push => Host.Services.GetRequiredService<WitnessPush>();

    public Cosignatures Cosignatures => Host.Services.GetRequiredService<Cosignatures>();

    public VerifierKey LogKey => KeyList.Parse(Host.Files.Read(LogFolder.Keys)).Keys[^1].Key;

    /// <summary>A numbered log, and the witness in its policy.</summary>
    public async Task<ASiteWithAWitness> OpenAsync(bool serves = true)
    {
        await Host.InitializeAsync();
        await Host.NumberAsync();
        Witness = WitnessFolder.Create(WitnessPlace, "lembaga.contoh.example/saksi");
        Witness.Add(LogKey, Host.Address + "buku/v1/");
        if (serves)
        {
            _server = WitnessServer.Build(Witness, "http://127.0.0.1:0", Host.Clock);
            await _server.StartAsync();
        }

        var line = $"witness lembaga {Witness.Signer.Key}" + (serves ? $" {_server!.Urls.First()}" : "");
        await File.WriteAllTextAsync(Path.Combine(Host.Folder, LogFolder.WantedFile), $"# saksi\n{line}\nquorum lembaga\n");
        await ActAsync();
        return this;
    }

    public async Task ActAsync(int count = 1)
    {
        for (var i = 0; i < count; i++) await Host.ActAsync((_, acts) => SequencerTests.Beat(acts, i));
        await Host.NumberAsync();
    }

    public async Task<CheckReport> CheckAsync()
    {
        var folder = WitnessPlace + "-paket-" + Guid.NewGuid().ToString("N")[..6];
        try
        {
            await Host.WithAsync<PackageExport, long>(export => export.WriteAsync(folder, new Progress<(long, long)>(), default));
            using var package = Package.Open(folder);
            return PackageCheck.Run(package, Brought.Nothing, (_, _) => { });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async Task StopWitnessAsync() => await _server!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        await Host.DisposeAsync();
        if (Directory.Exists(WitnessPlace)) Directory.Delete(WitnessPlace, recursive: true);
    }
}
