using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;
using Bungo.Forum.Verifier.Witnessing;

namespace Bungo.Forum.Ledger.Tests.Verifier.Witnessing;

/// <summary>A witness's folder that watches the tests' log, and the requests that such a log makes.</summary>
internal sealed class AWitness : IDisposable
{
    public const string Name = "saksi.example.test";

    public AWitness()
    {
        Folder = WitnessFolder.Create(Place, Name);
        Folder.Add(TestSigner.Log.Key, null);
    }

    public string Place { get; } = Path.Combine(Directory.CreateTempSubdirectory("witness-").FullName, "saksi");

    public WitnessFolder Folder { get; }

    public TreeHead Last => Folder.Find(TestSigner.Origin)!.Last;

    /// <summary>A log of that many entries, which in a fork are others from the first on.</summary>
    public static TileFolder Log(int size, bool isFork = false)
    {
        var log = new TileFolder();
        log.Append(Enumerable.Range(isFork ? 1 : 0, size).Select(TileFolder.Entry));
        return log;
    }

    public static byte[] Request(TileFolder log, int from, TestSigner? by = null) => new AddCheckpoint(
        from, from == 0 || from >= log.Edge.Size ? [] : new ProvingTree(log.Edge.Size, log).Consistency(from).Hashes,
        log.Checkpoint.Sign(by ?? TestSigner.Log), log.Checkpoint).ToBytes();

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Place)!, recursive: true);
}

internal sealed class StandingClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => Some.Instant;
}
