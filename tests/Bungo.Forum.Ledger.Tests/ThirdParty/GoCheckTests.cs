using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;
using Bungo.Forum.Ledger.Tiles;

namespace Bungo.Forum.Ledger.Tests.ThirdParty;

/// <summary>The published second opinion (third-party/check.go) on a log of ours, sound and damaged.</summary>
public sealed class GoCheckTests : IDisposable
{
    private const int Size = 66_000; // a tile of level 2, none of its widths 0

    private static readonly TileFolder Log = TileFolder.Of(700, Size - 700);
    private static readonly byte[] Old = TileFolder.Of(700).Signed.ToBytes();

    private readonly string _folder = Directory.CreateTempSubdirectory("log-").FullName;

    public GoCheckTests()
    {
        foreach (var path in TilePath.Of(Size)) Write(path.ToString(), Log.Files[path].ToArray());
        Write("checkpoint", Log.Signed.With([Ledger.Notes.NoteSignature.Cosign(Log.Checkpoint, TestSigner.Witness, Some.Instant)]).ToBytes());
        Write("old", Old);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Go_finds_our_log_sound_and_the_old_checkpoint_its_beginning()
    {
        var (status, output) = Check();
        Assert.True(status == 0, output);
        Assert.Equal($"consistent with size 700\nsound: {Size} records, root {Log.Edge.Head.Root.ToBase64()}\n", output);
    }

    [Theory]
    [InlineData("tile/entries/100", 3000, "tile/entries/100: record")]
    [InlineData("tile/0/007", 40, "")]
    [InlineData("tile/1/000", 8, "")]
    [InlineData("checkpoint", 22, "")]
    [InlineData("old", 25, "")]
    public void Go_refuses_one_flipped_bit(string file, int at, string words)
    {
        Write(file, LogEdgeTests.Flip(File.ReadAllBytes(Path.Combine(_folder, file)), at));
        var (status, output) = Check();
        Assert.Equal(1, status);
        Assert.Contains("FAULT: " + words, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Go_refuses_an_old_checkpoint_of_another_log()
    {
        var other = new TileFolder();
        other.Append(Enumerable.Range(1, 700).Select(TileFolder.Entry));
        Write("old", other.Signed.ToBytes());
        Assert.Equal(1, Check().Status);
    }

    private (int Status, string Output) Check() =>
        Tool.Run(Tool.Built("check"), _folder, TestSigner.Log.Key.ToString(), Path.Combine(_folder, "old"));

    private void Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
