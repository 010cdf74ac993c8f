using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Tests.ThirdParty;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Tests.Platform.Sequencing;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>
/// A stranger copies the running site's ledger over the network, takes its key from elsewhere, and checks it with
/// programs that are not ours: Go's <c>x/mod/sumdb</c> and OpenSSL. Each also has to refuse one changed byte.
/// </summary>
public sealed class ThirdPartyTests(TestPostgres postgres) : IAsyncLifetime
{
    private readonly LedgerHost _host = new(postgres);
    private readonly string _copy = Directory.CreateTempSubdirectory("salinan-").FullName;
    private HttpClient _http = null!;
    private VerifierKey _key = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _http = new HttpClient { BaseAddress = new Uri(_host.Address, "/buku/v1/") };
        await WriteAsync(40);
        await File.WriteAllBytesAsync(Old, await GetAsync(LogFolder.Checkpoint));
        await WriteAsync(300);
        _key = KeyList.Parse(await GetAsync(LogFolder.Keys)).Keys.Single().Key;
        var checkpoint = await CopyAsync(LogFolder.Checkpoint);
        foreach (var path in TilePath.Of(Checkpoint.ParseSigned(checkpoint).Checkpoint.Size)) await CopyAsync(path.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_copy, recursive: true);
    }

    [Fact]
    public void Go_checks_every_entry_proves_inclusion_and_that_the_older_checkpoint_is_its_beginning()
    {
        var size = Checkpoint.ParseSigned(File.ReadAllBytes(In(LogFolder.Checkpoint))).Checkpoint.Size;
        var (status, output) = Go();
        Assert.True(status == 0, output);
        Assert.StartsWith("consistent with size 42\n", output, StringComparison.Ordinal);
        Assert.Contains($"sound: {size} records", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tile/entries/000", 2000)]
    [InlineData("tile/0/000", 40)]
    [InlineData("checkpoint", 24)]
    [InlineData("lama", 24)]
    public void Go_refuses_one_changed_byte(string file, int at)
    {
        var bytes = File.ReadAllBytes(In(file));
        bytes[at] ^= 1;
        File.WriteAllBytes(In(file), bytes);
        var (status, output) = Go();
        Assert.True(status == 1, output);
    }

    [Fact]
    public async Task OpenSSL_checks_the_checkpoints_signature_and_a_posts_commitment()
    {
        var (openssl, (note, _)) = (new Openssl(_copy), Checkpoint.ParseSigned(await File.ReadAllBytesAsync(In(LogFolder.Checkpoint))));
        Assert.Equal(0, openssl.Verify(_key, note.Text, note.Signatures[0].Payload.Span));
        Assert.Equal(1, openssl.Verify(_key, note.Text.Replace("/1\n", "/2\n", StringComparison.Ordinal), note.Signatures[0].Payload.Span));

        var leaf = (await _host.LogAsync()).Last(l => l.Kind.Name == "pos.buat");
        var opening = Opening.Parse(await GetAsync($"buka/{leaf.Id}/body"));
        var message = Encoding.UTF8.GetBytes($"buku/v1\npos.buat\nbody\n{leaf.Id}\nMohon dijelaskan.");
        Assert.Equal(leaf.Commitments["body"].ToString(), openssl.Mac(opening.Salt.Span, message));
        message[^1] ^= 1;
        Assert.NotEqual(leaf.Commitments["body"].ToString(), openssl.Mac(opening.Salt.Span, message));
    }

    private string Old => In("lama");

    private async Task WriteAsync(int beats)
    {
        for (var i = 0; i < beats; i++) await _host.ActAsync((_, acts) => SequencerTests.Beat(acts, i));
        if (beats > 100) await _host.APostAsync(await _host.ATopicAsync());
        else await _host.ATopicAsync();
        await _host.NumberAsync();
    }

    private (int Status, string Output) Go() => Tool.Run(Tool.Built("check"), _copy, _key.ToString(), Old);

    private Task<byte[]> GetAsync(string path) => _http.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<byte[]> CopyAsync(string path)
    {
        var bytes = await GetAsync(path);
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        await File.WriteAllBytesAsync(In(path), bytes);
        return bytes;
    }

    private string In(string path) => Path.Combine(_copy, path);
}
