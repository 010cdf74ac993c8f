using System.Net;
using System.Text;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Verifier.Witnessing;
using Microsoft.AspNetCore.Builder;

namespace Bungo.Forum.Ledger.Tests.Verifier.Witnessing;

/// <summary>The push way as a log sees it: C2SP tlog-witness, over a socket.</summary>
public sealed class WitnessServerTests : IAsyncLifetime
{
    private readonly AWitness _witness = new();
    private WebApplication _server = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _server = WitnessServer.Build(_witness.Folder, "http://127.0.0.1:0", new StandingClock());
        await _server.StartAsync();
        _http = new() { BaseAddress = new(_server.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _witness.Dispose();
    }

    [Fact]
    public async Task A_log_that_grows_is_cosigned_each_time_and_remembered()
    {
        foreach (var (from, size) in new[] { (0, 100), (100, 100), (100, 300) })
        {
            var log = AWitness.Log(size);
            var (status, _, body) = await PostAsync(AWitness.Request(log, from));
            Assert.Equal(HttpStatusCode.OK, status);
            var note = log.Checkpoint.Sign(TestSigner.Log).With(NoteSignature.ParseLines(body));
            var signed = Assert.Single(note.Verify([_witness.Folder.Signer.Key], TestSigner.Verifier).SignedBy);
            Assert.Equal(Some.Instant.ToUnixTimeSeconds(), signed.At!.Value.ToUnixTimeSeconds());
            Assert.Equal(log.Edge.Head, _witness.Last);
        }
    }

    [Fact]
    public async Task Another_size_than_the_last_is_told_the_last()
    {
        await PostAsync(AWitness.Request(AWitness.Log(100), 0));
        Assert.Equal((HttpStatusCode.Conflict, WitnessRule.SizeMediaType, "100\n"), Told(await PostAsync(AWitness.Request(AWitness.Log(300), 0))));
        Assert.Equal((HttpStatusCode.Conflict, WitnessRule.SizeMediaType, "100\n"), Told(await PostAsync(AWitness.Request(AWitness.Log(100, isFork: true), 100))));
        Assert.Equal(AWitness.Log(100).Edge.Head, _witness.Last);
    }

    [Fact]
    public async Task What_may_not_be_cosigned_is_answered_by_its_own_status()
    {
        await PostAsync(AWitness.Request(AWitness.Log(100), 0));
        var stranger = new TestSigner(TestSigner.Origin, NoteAlgorithm.Ed25519, new byte[32]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(AWitness.Request(AWitness.Log(300, isFork: true), 100))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(AWitness.Request(AWitness.Log(300), 100, stranger))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("old x\n"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(AWitness.Request(AWitness.Log(50), 100))).Status);
        var foreign = new Checkpoint("lain.example.test/1", AWitness.Log(5).Edge.Head);
        var request = new AddCheckpoint(0, [], foreign.Sign(new TestSigner("lain.example.test/1", NoteAlgorithm.Ed25519)), foreign).ToBytes();
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(request)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(new byte[SignedNote.Longest + 1])).Status);
        Assert.Equal(AWitness.Log(100).Edge.Head, _witness.Last);
    }

    [Fact]
    public async Task Of_two_logs_that_start_from_one_head_at_once_one_is_cosigned()
    {
        // Both say 0 to 300; whichever comes first, the other then starts from the wrong size.
        byte[][] requests = [AWitness.Request(AWitness.Log(300), 0), AWitness.Request(AWitness.Log(300, isFork: true), 0)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PostAsync(requests[i % 2])));
        Assert.Equal(1, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.Equal(19, answers.Count(a => a.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task It_says_who_it_is() =>
        Assert.Equal(_witness.Folder.Signer.Key + "\n", await _http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));

    private async Task<(HttpStatusCode Status, string? Type, byte[] Body)> PostAsync(byte[] request)
    {
        using var content = new ByteArrayContent(request);
        using var answer = await _http.PostAsync(new Uri("/add-checkpoint", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    private static (HttpStatusCode, string?, string) Told((HttpStatusCode Status, string? Type, byte[] Body) answer) =>
        (answer.Status, answer.Type, Encoding.ASCII.GetString(answer.Body));
}
